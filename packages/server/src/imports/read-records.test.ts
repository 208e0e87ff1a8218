import { expect, test } from 'vitest'
import { readRecords, type Upload } from './read-records.ts'

const HEADER = '小红书昵称,小红书号,粉丝数,图文报价,视频报价,合作_阅读中位数,预估阅读单价_图文,备注'
const LARGE = 5 << 20

function makeUpload(): Upload {
  const lines = [HEADER]
  const note = '只是占地方'.repeat(20)
  for (let at = 0; lines.length * 360 < LARGE; at += 1) lines.push(`示例·小鹿${at},kol${at},${1000 + at},200,--,100,2,${note}`)
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return {
    name: 'large.csv',
    bytes,
    isPasted: false,
    source: 'auto',
    saidObservedOn: '2026-11-20',
    isErased: () => false,
    today: '2026-11-20',
  }
}

test('a large csv is read to its end, and its progress is told from nothing to all', async () => {
  const shares: number[] = []
  const upload = makeUpload()
  const read = await readRecords(upload, '00', { onShare: (share) => shares.push(share) })
  expect(read.report.accepted.accounts).toBe(read.report.records)
  expect(read.report.units.find(({ column }) => column === '图文报价')).toMatchObject({ state: 'proved', checked: read.report.records })
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('reading ends at once when whoever waits for it gives up', async () => {
  const giveUp = new AbortController()
  const reading = readRecords(makeUpload(), '00', { onShare: () => giveUp.abort(new Error('cancelled')), signal: giveUp.signal })
  await expect(reading).rejects.toThrow('cancelled')
})
