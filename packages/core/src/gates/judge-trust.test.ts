import { describe, expect, test } from 'vitest'
import type { BriefInput } from '../briefs/index.ts'
import type { CreatorType } from '../shared/index.ts'
import type { DeliverableUnderJudgement, GateInput } from './index.ts'
import { judgeTrust } from './index.ts'
import { makeAccount, makeBrief, makeChosen, makeDeliverable, makeDraft, makeGateInput, makeItem } from './test/gate-fixture.ts'

const codesOf = (change: Partial<GateInput>, id = 'd1') =>
  judgeTrust(makeGateInput(change))
    .filter(({ subject }) => subject.id === id)
    .flatMap(({ findings }) => findings.map(({ severity, code }) => `${severity} ${code}`))
const item = (change: Partial<DeliverableUnderJudgement>) => ({ deliverables: [makeItem(change)] })
const demanding = (change: Partial<BriefInput>) => ({
  brief: { id: 'b1', version: 1, state: 'approved' as const, authorId: 'u1', brief: makeBrief(change), lint: null },
})
const [slot] = makeBrief().deliverables
const fixed = slot === undefined ? [] : [{ ...slot, fixedCaption: '阿尔本湖，冬天的第一瓶', fixedTime: '20:00' }]
const words = (count: number) => ['字'.repeat(count)]
const chosenAs = (...types: CreatorType[]) => ({
  chosen: types.map((value, index) =>
    makeChosen({ creatorId: `c${index + 1}`, account: makeAccount({ creatorType: { value, basis: 'set by the desk' } }) }),
  ),
})
const SAME = '换季脸干，朋友推荐我试了这瓶面霜，早晚都用，质地很轻，我会回购。'
const twins = (text: string, other: string) => ({
  deliverables: [
    makeItem({ draft: makeDraft(text) }),
    makeItem({ deliverable: makeDeliverable({ id: 'd2', creatorId: 'c2' }), draft: makeDraft(other, { id: 'v2', deliverableId: 'd2' }) }),
  ],
})

describe('trust gate', () => {
  const cases: readonly { why: string; change: Partial<GateInput>; codes: string[] }[] = [
    { why: 'a free brief, a product in use, an own text', change: {}, codes: [] },
    { why: 'caption and time fixed still leave 75', change: demanding({ deliverables: fixed }), codes: [] },
    {
      why: 'near miss: exactly 60',
      change: demanding({ deliverables: fixed, verbatim: words(171), revisionRounds: 2 }),
      codes: [],
    },
    {
      why: 'below 60',
      change: demanding({ deliverables: fixed, verbatim: words(180), revisionRounds: 2 }),
      codes: ['warn trust.freedom_low'],
    },
    {
      why: 'below 30',
      change: demanding({
        deliverables: fixed,
        verbatim: words(400),
        mustSay: Array.from({ length: 7 }, () => ({ weight: 'must' as const, text: { zh: '说', en: 'say' } })),
      }),
      codes: ['block trust.freedom_low'],
    },
    { why: 'KOC with a script', change: { ...chosenAs('koc'), ...demanding({ verbatim: words(6) }) }, codes: ['block trust.koc_scripted'] },
    { why: 'near miss: KOC and only the label', change: { ...chosenAs('koc'), ...demanding({ verbatim: ['广告'] }) }, codes: [] },
    {
      why: 'last round used, draft waits',
      change: item({ deliverable: makeDeliverable({ revisionRounds: 1 }) }),
      codes: ['warn trust.rounds_used_up'],
    },
    {
      why: 'near miss: last round used, but approved since',
      change: item({ deliverable: makeDeliverable({ revisionRounds: 1, state: 'approved' }) }),
      codes: [],
    },
    {
      why: 'more rounds than the brief allows',
      change: item({ deliverable: makeDeliverable({ revisionRounds: 2, state: 'changes_requested' }) }),
      codes: ['block trust.rounds_exceeded'],
    },
    { why: 'draft without any product', change: item({ productProof: null }), codes: ['warn trust.product_unproved'] },
    {
      why: 'received but not known to be in use',
      change: item({ productProof: { sentAt: null, receivedAt: '2027-01-04', inUseSince: null, isShown: true } }),
      codes: ['warn trust.product_unproved'],
    },
    { why: 'near miss: no draft yet, so no proof is due', change: item({ draft: null, productProof: null }), codes: [] },
    {
      why: 'the draft is the brief',
      change: {
        ...demanding({ keyMessage: { zh: '换季的时候脸上干干的,就用这一瓶清爽面霜', en: 'A light cream.' } }),
        ...item({ draft: makeDraft('换季的时候脸上干干的,就用这一瓶清爽面霜。真的。') }),
      },
      codes: ['warn trust.brieflike'],
    },
    {
      why: 'half of the first draft is gone',
      change: item({ draft: makeDraft('质地轻薄早晚都在用'), previousDrafts: [makeDraft('质地轻薄，我妈也喜欢这个味道')] }),
      codes: ['warn trust.rewritten'],
    },
    {
      why: 'near miss: words were only added',
      change: item({ draft: makeDraft('质地轻薄，早晚都在用，我妈也喜欢'), previousDrafts: [makeDraft('质地轻薄，早晚都在用')] }),
      codes: [],
    },
    { why: 'two KOC with one text', change: { ...chosenAs('koc', 'koc'), ...twins(SAME, SAME) }, codes: ['block trust.duplicate'] },
    {
      why: 'two micro KOL with one text',
      change: { ...chosenAs('micro', 'micro'), ...twins(SAME, SAME) },
      codes: ['warn trust.duplicate'],
    },
    {
      why: 'near miss: two KOC who both tell of a dry face',
      change: { ...chosenAs('koc', 'koc'), ...twins(SAME, '我皮肤一到冬天就起皮，这瓶擦上去不油，味道很淡。') },
      codes: [],
    },
  ]
  test.each(cases)('$why', ({ change, codes }) => {
    expect(codesOf(change)).toEqual(codes)
  })

  test('open without a brief', () => {
    expect(judgeTrust(makeGateInput({ brief: null })).map(({ isOpen }) => isOpen)).toEqual([true])
  })

  test('the caption of another platform costs this deliverable nothing', () => {
    const both =
      slot === undefined ? [] : [slot, { ...slot, id: 'other', platform: 'douyin' as const, fixedCaption: '统一文案', fixedTime: '20:00' }]
    const heavy = { deliverables: both, verbatim: words(200), revisionRounds: 2 }
    const douyin = makeItem({ deliverable: makeDeliverable({ id: 'd2', platform: 'douyin' }), draft: null })
    const change = { ...demanding(heavy), deliverables: [makeItem({ draft: null }), douyin] }
    expect(codesOf(change, 'd1')).toEqual([])
    expect(codesOf(change, 'd2')).toEqual(['warn trust.freedom_low'])
  })
})
