import { expect, test } from 'vitest'
import { z } from 'zod'
import { findUnknownFields, listUnknownFields } from './unknown-fields.ts'

const schema = z.object({
  name: z.string(),
  lines: z.array(z.object({ id: z.string() })).nullable(),
  spoken: z.union([z.object({ text: z.object({ zh: z.string() }) }), z.object({ zh: z.string(), en: z.string() }), z.string()]).optional(),
  shares: z.record(z.string(), z.object({ of: z.number() })).optional(),
})

test.each<{ why: string; value: unknown; fields: string[] }>([
  { why: 'all known', value: { name: 'a', lines: [{ id: 'x' }], shares: { any: { of: 1 } } }, fields: [] },
  {
    why: 'at the top and in a list that may be null',
    value: { nmae: 'a', lines: [{ id: 'x' }, { idd: 'y' }] },
    fields: ['nmae', 'lines.1.idd'],
  },
  { why: 'inside of a record, whose own names are anybody’s', value: { shares: { any: { off: 1 } } }, fields: ['shares.any.off'] },
  { why: 'a name that every object answers to', value: { constructor: 1 }, fields: ['constructor'] },
  { why: 'the null of a choice', value: { lines: null }, fields: [] },
  { why: 'another form of a choice', value: { spoken: { zh: '一', en: 'one' } }, fields: [] },
  { why: 'the bare text of a choice', value: { spoken: 'one' }, fields: [] },
  { why: 'misspelt in one form of a choice', value: { spoken: { zh: '一', em: 'one' } }, fields: ['spoken.em'] },
  { why: 'no object at all', value: 'text', fields: [] },
])('$why: $fields', ({ value, fields }) => {
  expect(listUnknownFields(schema, value)).toEqual(fields)
})

test('a dot in a name is told apart from a step', () => {
  expect(findUnknownFields(schema)({ 'a.b': 1 })).toEqual([['a.b']])
})
