import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, isEmptyCell, readNumber } from './parse-number.ts'

const number = fc.stringMatching(/^[+-]?\d{0,14}(,\d{3})?\.?\d{0,6}(%|万|w|元)?$/)
const cell = fc.oneof(
  number,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '-', '--', '暂无', '0', '00.50', '100%', '1.', '.5', '-1', '５０％'),
)

test('the shortcut for everyday cells reads what the patterns read: an outer space takes the long way', () => {
  fc.assert(
    fc.property(cell, fc.boolean(), (text, signed) => {
      expect(readNumber(text, { signed })).toEqual(readNumber(` ${text}`, { signed }))
      expect(isEmptyCell(text)).toBe(isEmptyCell(` ${text}`))
      expect(cleanText(text)).toBe(text.normalize('NFKC').trim())
    }),
    { numRuns: 3000 },
  )
})
