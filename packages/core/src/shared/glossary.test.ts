import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const text = readFileSync(new URL('../../../../GLOSSARY.md', import.meta.url), 'utf8')
const entries = text
  .split(/^### /m)
  .slice(1)
  .map((entry) => {
    const [heading = '', ...rest] = entry.split(/^## /m)[0]?.split('\n') ?? []
    return { heading, lines: rest.filter((line) => line.startsWith('- ')) }
  })

describe('GLOSSARY.md', () => {
  test.each(entries)('$heading: two lines, and an English name after the dot', ({ heading, lines }) => {
    expect(lines).toHaveLength(2)
    expect(heading).toMatch(/^.+ · \S.+$/)
  })

  test('no term stands twice', () => {
    const terms = entries.map(({ heading }) => heading.split(' ')[0])
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  })

  test.each(
    '报备 刊例价 返点 蒲公英 星图 花火 微任务 磁力聚星 互选 达人 素人 腰部 种草 置换 坑位费 水下 爆文率 提报 档期 软植 看后搜 外溢进店 完播率 互动率'.split(
      ' ',
    ),
  )('%s is explained', (term) => {
    expect(entries.some(({ heading }) => heading.includes(term))).toBe(true)
  })
})
