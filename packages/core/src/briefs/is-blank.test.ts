import { expect, test } from 'vitest'
import { isBlank } from './is-blank.ts'

test.each([
  { why: 'nothing is written', text: { zh: '', en: '' }, expected: true },
  { why: 'blanks and lines are nothing', text: { zh: ' \n', en: '\u3000' }, expected: true },
  { why: 'one side is enough', text: { zh: '说', en: '' }, expected: false },
  { why: 'the English side too', text: { zh: '', en: 'say' }, expected: false },
  { why: 'German alone is a translation of nothing', text: { zh: '', en: '', de: 'sagen' }, expected: true },
])('$why', ({ text, expected }) => {
  expect(isBlank(text)).toBe(expected)
})
