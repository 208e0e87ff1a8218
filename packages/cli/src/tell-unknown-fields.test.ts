import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { briefSchema } from '@kolibra/core/briefs'
import { campaignSchema } from '@kolibra/core/campaigns'
import { mixProblemSchema } from '@kolibra/core/planning'
import { parseYaml } from '@kolibra/files/yaml'
import { expect, test } from 'vitest'
import { listUnknownFields } from '@kolibra/core/shared'
import { tellUnknownFields } from './tell-unknown-fields.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const mix: unknown = JSON.parse(readFileSync(join(root, 'examples/mix.json'), 'utf8'))
const readExample = (name: string): unknown => {
  const read = parseYaml(readFileSync(join(root, 'examples', name), 'utf8'))
  if (!read.ok) throw new Error(`examples/${name} is no YAML`)
  return read.value
}
const campaign = readExample('campaign.yaml')

test('the examples hold no field that is passed over', () => {
  expect(listUnknownFields(mixProblemSchema, mix)).toEqual([])
  expect(listUnknownFields(campaignSchema, campaign)).toEqual([])
  expect(listUnknownFields(briefSchema, readExample('brief.yaml'))).toEqual([])
})

test.each<{ why: string; change: object; fields: string[] }>([
  { why: 'at the top', change: { budgetfen: 5 }, fields: ['budgetfen'] },
  { why: 'in a list', change: { candidates: [{ id: 'a', price: 3 }] }, fields: ['candidates.0.price'] },
  { why: 'in a part that may be null', change: { chance: { kpi: 'value', targte: 4 } }, fields: ['chance.targte'] },
  { why: 'names of a record are anybody’s', change: { minimum: { kpis: { love: 3 } } }, fields: [] },
  { why: 'a name of every object', change: { constructor: 1 }, fields: ['constructor'] },
  { why: 'no object at all', change: { candidates: 'all' }, fields: [] },
])('$why: $fields', ({ change, fields }) => {
  expect(listUnknownFields(mixProblemSchema, { ...Object(mix), ...change })).toEqual(fields)
})

test('of a campaign, deep inside', () => {
  const goal = { ...Object(campaign).goal, kpis: [{ name: 'views', targt: 3 }] }
  expect(listUnknownFields(campaignSchema, { ...Object(campaign), competitor: ['x'], goal })).toEqual(['goal.kpis.0.targt', 'competitor'])
})

test('a few are named and the others counted', () => {
  expect(tellUnknownFields('c.yaml', [])).toBeNull()
  expect(tellUnknownFields('c.yaml', ['a'])).toEqual({
    en: 'c.yaml: passed over, for no such field is known: a. Check the spelling.',
    zh: 'c.yaml：以下字段无法识别，未采用：a。请核对拼写。',
  })
  const many = tellUnknownFields('c.yaml', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  expect(many?.en).toContain('a, b, c, d, e and 2 more.')
  expect(many?.zh).toContain('a、b、c、d、e等 7 处。')
})
