import { expect, test } from 'vitest'
import { z } from 'zod'
import { findMeant, tellIssue } from './index.ts'

const field = z.enum(['platform', 'followers'])
const condition = z.union([
  z.strictObject({ field, any: z.array(z.string().nullable()).min(1) }),
  z.strictObject({ field, from: z.number().nullable().default(null) }),
])
const schema = z.strictObject({ filters: z.array(condition), limit: z.number().max(9).default(1) })
const findAll = (value: unknown) => (schema.safeParse(value).error?.issues ?? []).map(findMeant)

test.each([
  { filter: { field: 'shoeSize', any: ['42'] }, path: 'filters.0.field', zh: '须为以下之一：platform、followers' },
  { filter: { field: 'platform', any: [] }, path: 'filters.0.any', zh: '至少 1 项' },
  { filter: { field: 'followers', from: 'many' }, path: 'filters.0.from', zh: '应为数字，而不是文本' },
  { filter: { field: 'followers', from: 1, size: 2 }, path: 'filters.0', zh: '有不认识的字段：size' },
  { filter: {}, path: 'filters.0.field', zh: '须为以下之一：platform、followers' },
])('of a choice of shapes the one that was meant is told: $filter', ({ filter, path, zh }) => {
  const found = findAll({ filters: [filter] })
  expect(found.map((issue) => [issue.path.join('.'), tellIssue(issue).zh])).toEqual([[path, zh]])
})

test('what is no choice of shapes stays as it is', () => {
  const issues = schema.safeParse({ filters: [], limit: 10 }).error?.issues ?? []
  expect(issues.map(findMeant)).toEqual(issues)
})

test('a sentence of our own that is there in Chinese is told in it', () => {
  const even = z.number().refine((value) => value % 2 === 0, { error: 'is odd', params: { zh: '是奇数' } })
  expect(even.safeParse(3).error?.issues.map(tellIssue)).toEqual([{ en: 'is odd', zh: '是奇数' }])
})
