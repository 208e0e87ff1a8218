import { describe, expect, test } from 'vitest'
import type { PastEngagement } from '../creators/index.ts'
import type { ChosenCreator, GateInput } from './index.ts'
import { judgeChoice } from './index.ts'
import { makeAccount, makeCampaign, makeChosen, makeGateInput } from './test/gate-fixture.ts'

const judgeAs = (kind: 'creator' | 'mix', change: Partial<GateInput>) =>
  judgeChoice(makeGateInput(change))
    .filter(({ subject }) => subject.kind === kind)
    .flatMap(({ findings }) => findings.map(({ severity, code }) => `${severity} ${code}`))
const one = (change: Partial<ChosenCreator>, campaign = makeCampaign()) => ({ campaign, chosen: [makeChosen(change)] })
const engaged = (change: Partial<PastEngagement>): PastEngagement => ({
  brand: 'Bergquell',
  category: 'cosmetics',
  from: '2026-12-01',
  to: '2026-12-31',
  exclusive: false,
  source: 'creator says',
  ...change,
})
const rival = makeCampaign({ competitors: ['Bergquell'] })
const finance = makeCampaign({ category: 'finance' })
const wanted = (female: number) => makeCampaign({ audience: { gender: { female, male: 1 - female }, age: {}, size: null } })

describe('choice gate on a creator', () => {
  const cases: readonly { why: string; change: Partial<GateInput>; codes: string[] }[] = [
    { why: 'everything known', change: {}, codes: [] },
    { why: 'no type', change: one({ account: makeAccount({ creatorType: null }) }), codes: ['warn choice.type_unknown'] },
    {
      why: 'a type without its basis is bare',
      change: one({ account: makeAccount({ creatorType: { value: 'kol', basis: '' } }) }),
      codes: ['warn choice.type_unknown'],
    },
    {
      why: 'four posts with views are too few',
      change: one({ account: makeAccount({ posts: makeAccount().posts.slice(1) }) }),
      codes: ['info choice.authenticity_incomplete'],
    },
    {
      why: 'a quarter of the evidence is a warning',
      change: one({ account: makeAccount({ posts: [], metrics: [], audience: null }) }),
      codes: ['warn choice.authenticity_incomplete'],
    },
    {
      why: 'near miss: half of the evidence is told, not warned',
      change: one({ account: makeAccount({ posts: [], metrics: [] }) }),
      codes: ['info choice.authenticity_incomplete'],
    },
    { why: 'price unknown', change: one({ costFen: null }), codes: ['block choice.price_unknown'] },
    { why: 'near miss: a price of zero is known (barter)', change: one({ costFen: 0 }), codes: [] },
    { why: 'price for a format nobody quoted', change: one({ format: 'note_video' }), codes: ['warn choice.price_without_source'] },
    {
      why: 'quote ran out before the start',
      change: one({ account: makeAccount({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, validUntil: '2027-01-10' })) }) }),
      codes: ['warn choice.quote_expired'],
    },
    {
      why: 'near miss: quote valid on the first day',
      change: one({ account: makeAccount({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, validUntil: '2027-01-11' })) }) }),
      codes: [],
    },
    {
      why: 'more back than was paid cannot be right',
      change: one({ account: makeAccount({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, rebate: 1.2 })) }) }),
      codes: ['block choice.quote_faulty'],
    },
    {
      why: 'net above list is looked at again',
      change: one({ account: makeAccount({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, netFen: 1_300_000 })) }) }),
      codes: ['warn choice.quote_faulty'],
    },
    { why: 'unfiled', change: one({ filed: false }), codes: ['block choice.unfiled'] },
    { why: 'near miss: filing unknown is not unfiled', change: one({ filed: null }), codes: ['warn choice.filing_unknown'] },
    { why: 'past work unknown', change: one({ engagements: null }), codes: ['info choice.conflict_unknown'] },
    {
      why: 'not free on a day',
      change: one({ absences: [{ from: '2027-01-01', to: '2027-01-11', source: '达人' }] }),
      codes: ['warn choice.partly_away'],
    },
    { why: 'near miss: past work known to be none', change: one({ engagements: [] }, rival), codes: [] },
    { why: 'a competitor last month', change: one({ engagements: [engaged({})] }, rival), codes: ['block choice.competitor'] },
    {
      why: 'near miss: the competitor is 91 days ago',
      change: one({ engagements: [engaged({ from: '2026-10-01', to: '2026-10-12' })] }, rival),
      codes: [],
    },
    {
      why: '90 days ago still counts',
      change: one({ engagements: [engaged({ to: '2026-10-13' })] }, rival),
      codes: ['block choice.competitor'],
    },
    {
      why: 'near miss: another brand that is no competitor',
      change: one({ engagements: [engaged({ brand: 'Talmilch' })] }, rival),
      codes: [],
    },
    {
      why: 'a competitor in other letters',
      change: one({ engagements: [engaged({ brand: 'bergquell' })] }, rival),
      codes: ['block choice.competitor'],
    },
    {
      why: 'near miss: bound exclusively to the very brand of the campaign',
      change: one({ engagements: [engaged({ brand: makeCampaign().brand.toUpperCase(), exclusive: true, to: '2027-01-11' })] }),
      codes: [],
    },
    {
      why: 'bound exclusively in this category during the campaign',
      change: one({ engagements: [engaged({ brand: 'Talmilch', exclusive: true, to: '2027-01-11' })] }),
      codes: ['block choice.exclusivity'],
    },
    {
      why: 'near miss: the window ended the day before',
      change: one({ engagements: [engaged({ brand: 'Talmilch', exclusive: true, to: '2027-01-10' })] }),
      codes: [],
    },
    {
      why: 'near miss: bound in another category',
      change: one({ engagements: [engaged({ brand: 'Talmilch', exclusive: true, to: '2027-03-01', category: 'food' })] }),
      codes: [],
    },
    { why: 'finance asks for a qualification', change: { campaign: finance }, codes: ['warn choice.qualification_unknown'] },
    { why: 'near miss: qualified', change: one({ account: makeAccount({ verification: '持证理财规划师' }) }, finance), codes: [] },
    {
      why: 'alcohol asks for an age',
      change: one(
        { account: makeAccount({ person: { gender: null, ageBand: null, languages: [] } }) },
        makeCampaign({ category: 'alcohol' }),
      ),
      codes: ['warn choice.age_unknown'],
    },
    {
      why: 'near miss: cosmetics do not ask for an age',
      change: one({ account: makeAccount({ person: { gender: null, ageBand: null, languages: [] } }) }),
      codes: [],
    },
    { why: 'audience fits', change: { campaign: wanted(0.9) }, codes: [] },
    { why: 'audience is another one', change: { campaign: wanted(0.1) }, codes: ['warn choice.audience_differs'] },
    {
      why: 'audience unknown is not zero overlap',
      change: one({ account: makeAccount({ audience: null }) }, wanted(0.1)),
      codes: ['info choice.authenticity_incomplete', 'info choice.audience_unknown'],
    },
  ]
  test.each(cases)('$why', ({ change, codes }) => {
    expect(judgeAs('creator', change)).toEqual(codes)
  })

  test('a price nobody knows is named by its format, in both languages', () => {
    const findings = judgeChoice(makeGateInput(one({ costFen: null, format: 'image_note' }))).flatMap((answer) => answer.findings)
    expect(findings.find(({ code }) => code === 'choice.price_unknown')?.because).toEqual({
      en: 'No price is known for image note.',
      zh: '「图文笔记」没有已知报价。',
    })
  })

  test.each(['choice.unfiled', 'choice.price_unknown'])('nobody waives %s', (code) => {
    const findings = judgeChoice(makeGateInput(one({ filed: false, costFen: null }))).flatMap((answer) => answer.findings)
    expect(findings.find((finding) => finding.code === code)?.waivable).toBe(false)
  })
})

describe('choice gate on the mix', () => {
  const rule = { type: 'micro' as const, minCount: null, maxCount: null, minShare: null, maxShare: null }
  const pair = [makeChosen({ costFen: 6_000_000 }), makeChosen({ creatorId: 'c2', costFen: 4_000_001 })]
  const housed = (costFen: number) => [
    makeChosen({ account: makeAccount({ mcn: '示例·星河' }), costFen: costFen - 1_000_000 }),
    makeChosen({ creatorId: 'c2', account: makeAccount({ mcn: ' 示例·星河 ' }), costFen: 1_000_000 }),
  ]
  const cases: readonly { why: string; change: Partial<GateInput>; codes: string[] }[] = [
    { why: 'fits', change: {}, codes: [] },
    { why: 'one fen over budget', change: { chosen: pair }, codes: ['block choice.over_budget', 'info choice.overlap_unknown'] },
    {
      why: 'near miss: the budget to the fen',
      change: { chosen: pair, campaign: makeCampaign({ budgetFen: 10_000_001 }) },
      codes: ['info choice.overlap_unknown'],
    },
    { why: 'too few of a type', change: { campaign: makeCampaign({ mix: [{ ...rule, minCount: 2 }] }) }, codes: ['block choice.mix_rule'] },
    { why: 'near miss: just enough', change: { campaign: makeCampaign({ mix: [{ ...rule, minCount: 1, maxCount: 1 }] }) }, codes: [] },
    {
      why: 'too many of a type',
      change: { campaign: makeCampaign({ mix: [{ ...rule, maxCount: 0 }] }) },
      codes: ['block choice.mix_rule'],
    },
    {
      why: 'share too small',
      change: { campaign: makeCampaign({ mix: [{ ...rule, minShare: 0.13 }] }) },
      codes: ['block choice.mix_rule'],
    },
    {
      why: 'near miss: share exact',
      change: { campaign: makeCampaign({ mix: [{ ...rule, minShare: 0.12, maxShare: 0.12 }] }) },
      codes: [],
    },
    {
      why: 'share too large',
      change: { campaign: makeCampaign({ mix: [{ ...rule, maxShare: 0.11 }] }) },
      codes: ['block choice.mix_rule'],
    },
    {
      why: 'more than two fifths of the budget with one house',
      change: { chosen: housed(4_000_001) },
      codes: ['warn choice.mcn_share', 'info choice.overlap_unknown'],
    },
    { why: 'near miss: two fifths to the fen', change: { chosen: housed(4_000_000) }, codes: ['info choice.overlap_unknown'] },
    { why: 'near miss: one creator is no concentration', change: { chosen: housed(9_000_000).slice(0, 1) }, codes: [] },
    { why: 'on the never list', change: { campaign: makeCampaign({ never: ['c1'] }) }, codes: ['block choice.never_list'] },
    { why: 'on it by account id', change: { campaign: makeCampaign({ never: ['a1'] }) }, codes: ['block choice.never_list'] },
    { why: 'near miss: somebody else is', change: { campaign: makeCampaign({ never: ['c9'] }) }, codes: [] },
    { why: 'must-have absent', change: { campaign: makeCampaign({ mustHave: ['c9'] }) }, codes: ['warn choice.must_have_absent'] },
    {
      why: 'a platform without anybody',
      change: { campaign: makeCampaign({ platforms: ['xiaohongshu', 'douyin'] }) },
      codes: ['warn choice.platform_unserved'],
    },
  ]
  test.each(cases)('$why', ({ change, codes }) => {
    expect(judgeAs('mix', change)).toEqual(codes)
  })

  test('a sum with unknown prices says how many', () => {
    const chosen = [makeChosen({ costFen: 11_000_000 }), makeChosen({ creatorId: 'c2', costFen: null })]
    const finding = judgeChoice(makeGateInput({ chosen }))
      .flatMap(({ findings }) => findings)
      .find(({ code }) => code === 'choice.over_budget')
    expect(finding?.because.en).toContain('1 of 2 prices unknown')
  })

  test('open while nobody is chosen', () => {
    const answers = judgeChoice(makeGateInput({ chosen: [] }))
    expect(answers.map(({ subject, isOpen }) => [subject.kind, isOpen])).toEqual([['mix', true]])
  })
})
