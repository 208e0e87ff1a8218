import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { blankWords } from './index.ts'

const WORDS = { ids: ['id-of-a', '1234'], names: ['示例·甲', '示例·甲乙', 'Anna', '鹿'] }

test.each([
  ['示例·甲_报价.xlsx', '…_报价.xlsx'],
  ['示例·甲乙 与 示例·甲', '… 与 …'],
  ['ANNA or anna', '… or …'],
  ['page-ID-OF-A.json', 'page-….json'],
  ['1234', '…'],
  ['１２３４', '…'],
  ['鹿', '…'],
  ['小鹿 12345', '小鹿 12345'],
  ['示例·丙.csv', '示例·丙.csv'],
])('%s becomes %s', (text, blanked) => expect(blankWords(text, WORDS)).toBe(blanked))

test('nobody known by anything leaves every text as it is', () => expect(blankWords('x', { ids: [], names: [' '] })).toBe('x'))

test('whatever a name is made of, nothing of it stays and nothing else goes', () => {
  assert(
    property(string({ minLength: 2 }), (typed) => {
      const name = typed.trim()
      if (name.length >= 2) expect(blankWords(`<${name}>`, { ids: [], names: [typed] })).toBe('<…>')
    }),
  )
})
