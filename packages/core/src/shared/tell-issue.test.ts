import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fault, tellIssue } from './index.ts'

const tell = (schema: z.ZodType, value: unknown) => (schema.safeParse(value).error?.issues ?? []).map(tellIssue)

describe('what a schema refused, in Chinese', () => {
  test.each([
    { why: 'missing', schema: z.object({ a: z.string() }), value: {}, zh: '缺失' },
    { why: 'another kind', schema: z.number(), value: 'x', zh: '应为数字，而不是文本' },
    { why: 'NaN', schema: z.number(), value: Number.NaN, zh: '应为数字，而不是NaN' },
    { why: 'null', schema: z.array(z.string()), value: null, zh: '应为列表，而不是null' },
    { why: 'a part of a whole number', schema: z.number().int(), value: 1.5, zh: '须为整数' },
    { why: 'at least', schema: z.number().min(3), value: 2, zh: '不得小于 3' },
    { why: 'above', schema: z.number().positive(), value: 0, zh: '须大于 0' },
    { why: 'at most', schema: z.number().max(3), value: 4, zh: '不得大于 3' },
    { why: 'below', schema: z.number().lt(3), value: 3, zh: '须小于 3' },
    { why: 'a text too short', schema: z.string().min(1), value: '', zh: '至少 1 个字符' },
    { why: 'a text too long', schema: z.string().max(2), value: 'abc', zh: '最多 2 个字符' },
    { why: 'a list too short', schema: z.array(z.string()).min(2), value: [], zh: '至少 2 项' },
    { why: 'none of a list', schema: z.enum(['new', 'established']), value: 'old', zh: '须为以下之一：new、established' },
    { why: 'a field nobody knows', schema: z.strictObject({}), value: { x: 1 }, zh: '有不认识的字段：x' },
    { why: 'no address', schema: z.url(), value: 'x', zh: '不是有效的网址' },
    { why: 'without end', schema: z.number(), value: Number.POSITIVE_INFINITY, zh: '应为数字，而不是无穷大' },
    { why: 'none of two shapes', schema: z.union([z.string(), z.boolean()]), value: 1, zh: '不符合任何一种可用的写法' },
    { why: 'no multiple', schema: z.number().multipleOf(5), value: 7, zh: '须为 5 的倍数' },
  ])('$why: $zh', ({ schema, value, zh }) => expect(tell(schema, value).map((told) => told.zh)).toEqual([zh]))

  test('a condition of our own is told in both languages', () => {
    const schema = z.number().refine((value) => value < 3, fault('is three or more', '不小于三'))
    expect(tell(schema, 5)).toEqual([{ en: 'is three or more', zh: '不小于三' }])
  })

  test('a sentence that has no Chinese stands in it, and the English is as it was', () => {
    const schema = z.number().refine((value) => value < 3, { error: 'lies before "from"' })
    expect(tell(schema, 5)).toEqual([{ en: 'lies before "from"', zh: '不符合要求（lies before "from"）' }])
  })

  test('no English word of the validator is left in what it refuses by kind, size, choice or field', () => {
    const schema = z.strictObject({
      n: z.number().int().positive(),
      s: z.string().min(2),
      e: z.enum(['a']),
      l: z.array(z.boolean()).max(1),
    })
    const told = [{}, { n: -1, s: '', e: 'b', l: [1, 2] }, { n: 1.5, s: 3, e: null, l: {} }].flatMap((value) => tell(schema, value))
    expect(told.length).toBeGreaterThan(9)
    for (const { zh } of told) expect(zh).not.toMatch(/expected|received|Invalid|Too (small|big)/)
  })
})
