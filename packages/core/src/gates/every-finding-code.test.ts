import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeEntry, makeSource, on } from '../compliance/test/entry-fixture.ts'
import { GOAL_BY_STAGE, KPI_TEMPLATES, type Campaign } from '../campaigns/index.ts'
import { ERRORS } from '../shared/index.ts'
import { judgeGates, type ChosenCreator, type GateInput } from './index.ts'
import {
  makeAccount,
  makeBrief,
  makeCampaign,
  makeChosen,
  makeDeliverable,
  makeDraft,
  makeGateInput,
  makeItem,
  makeKpi,
  makeLint,
  makePlan,
  makeRail,
} from './test/gate-fixture.ts'
import { sha256 } from '../../test/sha256.ts'

const findingsOf = (change: Partial<GateInput>) =>
  judgeGates(makeGateInput(change), sha256).gates.flatMap(({ judgements }) => judgements.flatMap(({ findings }) => findings))
const campaign = (change: Partial<Campaign>) => ({ campaign: makeCampaign(change) })
const goal = (...kpis: ReturnType<typeof makeKpi>[]) => campaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis } })
const guarded = (...guardRails: ReturnType<typeof makeRail>[]) =>
  campaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi()], guardRails } })
const chosen = (change: Partial<ChosenCreator>, more: Partial<Campaign> = {}) => ({ ...campaign(more), chosen: [makeChosen(change)] })
const account = (change: Parameters<typeof makeAccount>[0], more: Partial<Campaign> = {}) => chosen({ account: makeAccount(change) }, more)
const aged = (ageBand: string, more: Partial<Campaign> = {}) => account({ person: { gender: null, ageBand, languages: [] } }, more)
const away = (from: string, to: string) => chosen({ absences: [{ from, to, source: '达人日历' }] })
const brief = (change: Parameters<typeof makeBrief>[0], more: object = {}) => ({
  brief: { id: 'b1', version: 1, state: 'approved' as const, authorId: 'u1', brief: makeBrief(change), lint: makeLint(), ...more },
})
const understood = (change: object) => ({ partyId: 'p1', role: 'creator' as const, isAnswered: true, open: [], ...change })
const reviewed = (change: object) => ({ reviewers: 1, isApproved: false, isEnteredByAuthor: false, ...change })
const item = (change: Parameters<typeof makeItem>[0]) => ({ deliverables: [makeItem(change)] })
const engaged = (change: object) => ({
  engagements: [
    { brand: 'Bergquell', category: 'cosmetics', from: '2026-12-20', to: '2027-01-12', exclusive: false, source: '达人自述', ...change },
  ],
})
const pTarget = (value: number | null) => makePlan({ kpis: makePlan().kpis.map((kpi) => ({ ...kpi, pTarget: value })) })
const rule = { type: 'micro' as const, minCount: null, maxCount: null, minShare: null, maxShare: null }
const koc = makeChosen({ account: makeAccount({ creatorType: { value: 'koc', basis: '900 followers' } }) })
const scripted = { chosen: [koc], ...brief({ verbatim: ['这瓶面霜陪我过冬'] }) }
const told = (target: number | null) => ({ name: makeKpi().name, target, deadline: null })
const labelled = { chosen: [koc], ...brief({ verbatim: [makeBrief().disclosure.label] }) }
const [slot] = makeBrief().deliverables
const slots = (...changes: Partial<NonNullable<typeof slot>>[]) => ({
  deliverables: slot === undefined ? [] : changes.map((change, place) => ({ ...slot, id: `slot${place}`, ...change })),
})
const OWN = '换季脸干，朋友推荐我试了这瓶面霜，早晚都用，质地很轻，我会回购。'
const twins = (text: string) => ({
  deliverables: [
    makeItem({ draft: makeDraft(OWN) }),
    makeItem({ deliverable: makeDeliverable({ id: 'd2' }), draft: makeDraft(text, { id: 'v2', deliverableId: 'd2' }) }),
  ],
})
const proof = (inUseSince: string | null) => item({ productProof: { sentAt: null, receivedAt: '2027-01-04', inUseSince, isShown: true } })

// One row per code: an input on which the finding appears, and its nearest neighbour on which it does not.
const entryCheckedOn = (checkedOn: string) => makeEntry('r.links', '链接', { ...on('xiaohongshu'), source: makeSource({ checkedOn }) })

const CASES: readonly [code: string, appears: Partial<GateInput>, stays: Partial<GateInput>][] = [
  ['goal.missing', campaign({ goal: null }), {}],
  ['goal.no_kpi', goal(), goal(makeKpi())],
  ['goal.kpi_repeated', goal(makeKpi(), makeKpi()), goal(makeKpi(), makeKpi({ name: 'newFollowers' }))],
  ['goal.kpi_incomplete', goal(makeKpi({ unit: ' ', definition: '', deliveredBy: '' })), goal(makeKpi({ unit: '次' }))],
  ['goal.baseline_unknown', goal(makeKpi({ baseline: null })), goal(makeKpi({ baseline: 0 }))],
  ['goal.baseline_unsourced', goal(makeKpi({ baselineBasis: null })), goal(makeKpi({ baseline: null, baselineBasis: null }))],
  ['goal.target_below_baseline', goal(makeKpi({ target: 1200 })), goal(makeKpi({ target: 1201 }))],
  ['goal.guard_clash', guarded(makeRail(), makeRail({ value: 9 })), guarded(makeRail(), makeRail({ metric: 'cpm', value: 9 }))],
  ['goal.guard_incomplete', guarded(makeRail({ deliveredBy: ' ' })), guarded(makeRail())],
  [
    'goal.guard_unlikely',
    { ...guarded(makeRail({ value: 0.19 })), plan: makePlan() },
    { ...guarded(makeRail({ value: 0.2 })), plan: makePlan() },
  ],
  ['goal.deadline_before_start', goal(makeKpi({ deadline: '2027-01-10' })), goal(makeKpi({ deadline: '2027-01-11' }))],
  ['goal.deadline_before_end', goal(makeKpi({ deadline: '2027-01-30' })), goal(makeKpi({ deadline: '2027-01-31' }))],
  ['goal.other_without_reason', campaign({ stage: 'established' }), {}],
  ['goal.unlikely', { plan: pTarget(0.49) }, { plan: pTarget(0.5) }],
  ['goal.feasibility_unknown', { plan: pTarget(null) }, { plan: null }],
  ['choice.nobody', { chosen: [] }, {}],
  ['choice.type_unknown', account({ creatorType: null }), account({ creatorType: { value: 'koc', basis: '900 位粉丝' } })],
  ['choice.authenticity_incomplete', account({ posts: [], metrics: [], followers: null, audience: null }), {}],
  ['choice.audience_unknown', account({ audience: null }, { audience: { gender: { female: 1 }, age: { '18-24': 1 }, size: null } }), {}],
  [
    'choice.audience_differs',
    campaign({ audience: { gender: { male: 1 }, age: {}, size: null } }),
    campaign({ audience: { gender: { female: 1 }, age: {}, size: null } }),
  ],
  ['choice.qualification_unknown', campaign({ category: 'finance' }), account({ verification: '持证理财规划师' }, { category: 'finance' })],
  [
    'choice.age_unknown',
    account({ person: { gender: null, ageBand: ' ', languages: [] } }, { category: 'alcohol' }),
    campaign({ category: 'alcohol' }),
  ],
  ['choice.price_unknown', chosen({ costFen: null }), chosen({ costFen: 0 })],
  ['choice.price_without_source', chosen({ format: 'note_video' }), chosen({ format: 'note_video', costFen: null })],
  [
    'choice.quote_expired',
    account({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, validUntil: '2027-01-10T15:59:59.000Z' })) }),
    account({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, validUntil: '2027-01-10T16:00:00.000Z' })) }),
  ],
  [
    'choice.quote_faulty',
    account({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, netFen: 1_200_001 })) }),
    account({ quotes: makeAccount().quotes.map((quote) => ({ ...quote, netFen: 1_200_000 })) }),
  ],
  ['choice.unfiled', chosen({ filed: false }), chosen({ filed: null })],
  ['choice.filing_unknown', chosen({ filed: null }), chosen({ filed: false })],
  ['choice.conflict_unknown', chosen({ engagements: null }), chosen({ engagements: [] })],
  [
    'choice.celebrity_bound',
    chosen({ account: makeAccount({ creatorType: { value: 'celebrity', basis: '经纪人' } }), ...engaged({ brand: 'Talmilch' }) }),
    chosen(engaged({ brand: 'Talmilch' })),
  ],
  [
    'choice.competitor_told',
    account({ brands: [{ brand: 'bergquell', source: 'pugongying.creators', observedAt: null }] }, { competitors: ['Bergquell'] }),
    account({ brands: [{ brand: 'Talmilch', source: 'pugongying.creators', observedAt: null }] }, { competitors: ['Bergquell'] }),
  ],
  [
    'choice.qualification_ends',
    chosen({ qualifications: [{ expiresOn: '2027-01-30' }] }, { category: 'finance' }),
    chosen({ qualifications: [{ expiresOn: '2027-01-31' }] }, { category: 'finance' }),
  ],
  ['choice.child', aged('9'), aged('10')],
  ['choice.minor', aged('<18', { category: 'alcohol' }), aged('18+', { category: 'alcohol' })],
  ['choice.away', away('2027-01-01', '2027-02-01'), away('2027-01-12', '2027-02-01')],
  ['choice.partly_away', away('2027-01-31', '2027-02-01'), away('2027-02-01', '2027-02-02')],
  [
    'choice.mcn_share',
    { chosen: ['c1', 'c2'].map((creatorId) => makeChosen({ creatorId, costFen: 3_000_000, account: makeAccount({ mcn: '示例·星河' }) })) },
    { chosen: ['c1', 'c2'].map((creatorId) => makeChosen({ creatorId, costFen: 2_000_000, account: makeAccount({ mcn: '示例·星河' }) })) },
  ],
  ['choice.exclusivity', chosen(engaged({ exclusive: true })), chosen(engaged({ exclusive: true, to: '2027-01-10' }))],
  ['choice.competitor', chosen(engaged({}), { competitors: ['Bergquell'] }), chosen(engaged({}), { competitors: ['Talmilch'] })],
  ['choice.over_budget', campaign({ budgetFen: 1_199_999 }), campaign({ budgetFen: 1_200_000 })],
  [
    'choice.mix_rule',
    campaign({ mix: [{ ...rule, minCount: 2, maxCount: 3, minShare: 0.5, maxShare: 0.9 }] }),
    campaign({ mix: [{ ...rule, minCount: 1 }] }),
  ],
  ['choice.never_list', campaign({ never: ['c1'] }), campaign({ never: ['c2'] })],
  ['choice.must_have_absent', campaign({ mustHave: ['c2'] }), campaign({ mustHave: ['c1'] })],
  ['choice.platform_unserved', campaign({ platforms: ['xiaohongshu', 'douyin', 'weibo'] }), campaign({ platforms: ['xiaohongshu'] })],
  ['choice.overlap_unknown', { chosen: [makeChosen(), makeChosen({ creatorId: 'c2' })] }, {}],
  ['brief.missing', { brief: null }, {}],
  ['brief.not_reviewed', brief({}, { state: 'in_review' }), brief({}, { state: 'sent' })],
  [
    'brief.understood_otherwise',
    brief({}, { understanding: [understood({ open: [{ key: 'k', field: 'count' }] })] }),
    brief({}, { understanding: [understood({})] }),
  ],
  [
    'brief.not_played_back',
    brief({}, { state: 'sent', understanding: [understood({ isAnswered: false })] }),
    brief({}, { state: 'approved', understanding: [understood({ isAnswered: false })] }),
  ],
  ['brief.no_local_reviewer', brief({}, { state: 'in_review', review: reviewed({ reviewers: 0 }) }), brief({}, { review: reviewed({}) })],
  [
    'brief.approval_entered_by_author',
    brief({}, { review: reviewed({ isApproved: true, isEnteredByAuthor: true }) }),
    brief({}, { review: reviewed({ isApproved: true }) }),
  ],
  ['brief.koc_scripted', scripted, labelled],
  ['brief.platform_missing', account({ platform: 'douyin' }), {}],
  ['brief.platform_unplanned', brief(slots({}, { platform: 'douyin' })), { ...brief(slots({}, { platform: 'douyin' })), chosen: [] }],
  ['brief.window_outside', campaign({ ends: '2027-01-12' }), {}],
  [
    'brief.format_differs',
    item({ deliverable: makeDeliverable({ format: 'note_video' }) }),
    item({ deliverable: makeDeliverable({ platform: 'douyin', format: 'note_video' }) }),
  ],
  ['brief.not_linted', brief({}, { lint: null }), {}],
  ['brief.section_missing', brief({ background: { zh: '', en: '' } }), {}],
  ['brief.fact_without_evidence', brief({ productFacts: [{ text: { zh: '含酯。', en: 'With ester.' }, evidence: '' }] }), {}],
  ['brief.window_backward', brief(slots({ windowFrom: '2027-01-20', windowTo: '2027-01-19' })), {}],
  ['brief.filing_unsaid', brief({ disclosure: { ...makeBrief().disclosure, filingChannel: null } }), {}],
  [
    'brief.contradiction',
    brief({ verbatim: ['全国第一'], mustNot: [{ zh: '不要说「第一」', en: 'Do not say "first".' }] }),
    brief({ mustNot: [{ zh: '不要说「第一」', en: 'Do not say "first".' }] }),
  ],
  ['brief.count_differs', brief(slots({ count: 2 })), {}],
  ['brief.planned_outside_window', item({ deliverable: makeDeliverable({ plannedFor: '2027-02-20' }) }), {}],
  ['brief.kpi_differs', brief({ kpis: [told(1)] }), brief({ kpis: [told(null)] })],
  [
    'brief.window_too_soon',
    { ...brief({}, { state: 'draft' }), today: '2027-01-09' },
    { ...brief({}, { state: 'draft' }), today: '2027-01-08' },
  ],
  ['brief.parity_missing_extra', brief({ languages: ['de'] }), {}],
  [
    'brief.parity_outdated',
    brief({ goal: { zh: '更多人认识。', en: 'Known.' } }, { previous: makeBrief({ goal: { zh: '认识。', en: 'Known.' } }) }),
    brief({}),
  ],
  ['brief.parity_missing_zh', brief({ goal: { zh: '', en: 'Known.' } }), {}],
  ['brief.parity_missing_en', brief({ goal: { zh: '被知道。', en: '' } }), {}],
  ['brief.parity_numbers_differ', brief({ goal: { zh: '共 3 篇', en: '4 posts' } }), brief({ goal: { zh: '共 3 篇', en: '3 posts' } })],
  ['brief.parity_names_differ', brief({ goal: { zh: '认识 Alpensee', en: 'Known.' } }), brief({ goal: { zh: '认识', en: 'Alpensee.' } })],
  ['trust.brief_missing', { brief: null }, {}],
  ['trust.koc_scripted', scripted, labelled],
  ['trust.freedom_low', brief({ ...slots({ fixedCaption: '第一瓶', fixedTime: '20:00' }), verbatim: ['字'.repeat(400)] }), {}],
  [
    'trust.rounds_exceeded',
    item({ deliverable: makeDeliverable({ revisionRounds: 2 }) }),
    item({ deliverable: makeDeliverable({ revisionRounds: 1 }) }),
  ],
  [
    'trust.rounds_used_up',
    item({ deliverable: makeDeliverable({ revisionRounds: 1 }) }),
    item({ deliverable: makeDeliverable({ revisionRounds: 0 }) }),
  ],
  ['trust.product_unproved', proof(null), proof('2027-01-05')],
  ['trust.brieflike', { ...brief({ keyMessage: { zh: OWN, en: 'My face.' } }), ...item({ draft: makeDraft(OWN) }) }, twins('味道很淡。')],
  [
    'trust.rewritten',
    item({ draft: makeDraft('质地轻薄早晚都在用'), previousDrafts: [makeDraft('我妈也喜欢这个味道')] }),
    item({ draft: makeDraft(OWN), previousDrafts: [makeDraft(OWN)] }),
  ],
  ['trust.duplicate', twins(OWN), twins('我皮肤一到冬天就起皮，这瓶擦上去不油，味道很淡。')],
  ['draft.missing', item({ draft: null }), {}],
  ['draft.check_stale', { rulebook: '2027-01-01', today: '2027-01-21' }, { rulebook: '2026-11-22', today: '2027-01-20' }],
  ['rules.source_stale', { entries: [entryCheckedOn('2026-12-28')] }, { entries: [entryCheckedOn('2026-12-29')] }],
  [
    'draft.facts_missing',
    item({ draft: makeDraft(OWN, { lint: makeLint({ missing: ['commissioned', 'evidence.approval'] }) }) }),
    item({ draft: makeDraft(OWN, { lint: makeLint({ missing: [] }) }) }),
  ],
]

describe('every finding code', () => {
  test.each(CASES)('%s appears, and not on its nearest neighbour', (code, appears, stays) => {
    expect(findingsOf(appears).map((finding) => finding.code)).toContain(code)
    expect(findingsOf(stays).map((finding) => finding.code)).not.toContain(code)
  })

  test('no code that the sources write is without a row', () => {
    const written = ['.', '../campaigns', '../briefs', '../selection/conflicts'].flatMap((folder) => {
      const url = new URL(`${folder}/`, import.meta.url)
      const names = readdirSync(url).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      return names.flatMap((name) =>
        [...readFileSync(new URL(name, url), 'utf8').matchAll(/code: '([a-z]+\.[a-z_]+)',/g)].map(([, code]) => code),
      )
    })
    const covered: readonly (string | undefined)[] = CASES.map(([code]) => code)
    // Refusals stand in the catalogue; findings do not.
    const isRefusal = (code: string) => Object.hasOwn(ERRORS, code)
    expect([...new Set(written)].filter((code) => !covered.includes(code) && !isRefusal(code ?? ''))).toEqual([])
  })
})

describe('what a Chinese reader sees', () => {
  const texts = CASES.flatMap(([, appears]) =>
    findingsOf(appears).flatMap(({ code, because, fix }) => [because, fix].map((text) => ({ code, text }))),
  )
  const tables = [
    ...Object.values(GOAL_BY_STAGE).map(({ because }) => because),
    ...KPI_TEMPLATES.flatMap((kpi) => [kpi.definition, kpi.deliveredBy]),
  ]
  const all = [...texts, ...tables.map((text) => ({ code: 'table', text }))]
  // Names of people, brands and files belong to the input; KPI, KOC, KOL and brief are the field's own words.
  const OWN_WORDS = /KPI|KOC|KOL|brief|Brief|mustNot|verbatim|Alpensee|[Bb]ergquell|Talmilch|Lake desk Shanghai|\b[a-z]\d\b|\bgoal\b|CNY/g

  test('no half-width sign beside a Chinese character or bracket', () => {
    const HALF_WIDTH = /[一-龥」）】%][,;:!?()]|[,;:!?()][一-龥「（【]/
    expect(all.filter(({ text }) => HALF_WIDTH.test(text.zh)).map(({ text }) => text.zh)).toEqual([])
  })

  test('no key of a table and no English word', () => {
    const said = texts.filter(({ code }) => !code.startsWith('brief.parity'))
    expect(said.map(({ text }) => text.zh.replace(OWN_WORDS, '')).filter((zh) => /[a-z]{2,}/.test(zh))).toEqual([])
  })

  test('English and Chinese both end as sentences, and neither leaks a value that is not there', () => {
    for (const { text } of all) expect(`${text.en} ${text.zh}`).not.toMatch(/undefined|null|NaN|\[object/)
    for (const { text } of texts) expect(text.zh).toMatch(/[。）]$/)
    for (const { text } of texts) expect(text.en).toMatch(/[.\]]$/)
  })
})
