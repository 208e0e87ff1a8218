import { describe, expect, test } from 'vitest'
import { draftSuccessor } from './draft-successor.ts'
import { ruleEntrySchema } from './rule-entry.ts'
import { makeEntry, makeSource, on } from './test/entry-fixture.ts'

const old = makeEntry('platform.douyin.links', '链接', {
  ...on('douyin'),
  validFrom: '2025-06-01',
  announcedOn: '2025-05-01',
  source: makeSource({ title: '示例规范', readKind: 'platform_page_copy' }),
  supersedes: ['platform.douyin.links-2024'],
})
const request = { endsOn: '2026-12-31', today: '2026-12-06' }
const succeed = (entry = old, change = {}) => {
  const outcome = draftSuccessor(entry, { ...request, ...change })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

describe('the draft of a changed rule', () => {
  test('starts the day after the old one ends, over the turn of a year too, and stands on the source as it was looked at', () => {
    expect(succeed()).toMatchObject({
      id: 'own.platform.douyin.links.20270101',
      validFrom: '2027-01-01',
      validTo: null,
      announcedOn: null,
      status: 'in_force',
      requirement: old.requirement,
      source: { checkedOn: '2026-12-06', title: '示例规范', readKind: 'platform_page_copy' },
      supersedes: ['platform.douyin.links-2024', 'platform.douyin.links'],
    })
  })

  test('is an entry that the rulebook takes', () => expect(ruleEntrySchema.safeParse(succeed()).success).toBe(true))

  test('of a draft keeps one day in its name', () => {
    expect(succeed(succeed(), { endsOn: '2027-03-01' }).id).toBe('own.platform.douyin.links.20270302')
  })

  test('may follow a rule that held a single day, or one whose start is not recorded', () => {
    expect(succeed(old, { endsOn: '2025-06-01' }).validFrom).toBe('2025-06-02')
    expect(succeed({ ...old, validFrom: null }, { endsOn: '2020-01-01' }).validFrom).toBe('2020-01-02')
  })

  test('is refused when the old one would end before it began', () => {
    expect(draftSuccessor(old, { ...request, endsOn: '2025-05-31' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'rulebook.ends_before_start', entry: old.id, validFrom: '2025-06-01', endsOn: '2025-05-31' }],
    })
  })
})
