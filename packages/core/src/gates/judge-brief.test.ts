import { describe, expect, test } from 'vitest'
import { BRIEF_STATES, type BriefInput, type BriefState } from '../briefs/index.ts'
import type { GateInput } from './index.ts'
import { judgeBrief } from './index.ts'
import {
  makeAccount,
  makeBrief,
  makeCampaign,
  makeChosen,
  makeDeliverable,
  makeGateInput,
  makeHit,
  makeItem,
  makeLint,
} from './test/gate-fixture.ts'

const codesOf = (change: Partial<GateInput>) =>
  judgeBrief(makeGateInput(change)).flatMap(({ findings }) => findings.map(({ severity, code }) => `${severity} ${code}`))
const version = (brief: Partial<BriefInput>, state: BriefState = 'approved', lint: ReturnType<typeof makeLint> | null = makeLint()) => ({
  id: 'b1',
  version: 1,
  state,
  authorId: 'u1',
  brief: makeBrief(brief),
  lint,
})
const koc = makeChosen({ account: makeAccount({ creatorType: { value: 'koc', basis: '900 followers' } }) })
const [deliverable] = makeBrief().deliverables
const onDouyin = deliverable === undefined ? [] : [deliverable, { ...deliverable, id: 'other', platform: 'douyin' as const }]

describe('brief gate', () => {
  const cases: readonly { why: string; change: Partial<GateInput>; codes: string[] }[] = [
    { why: 'complete and approved', change: {}, codes: [] },
    { why: 'a section is empty', change: { brief: version({ background: { zh: ' ', en: '' } }) }, codes: ['block brief.section_missing'] },
    {
      why: 'near miss: one language is a parity gap, not a missing section',
      change: { brief: version({ background: { zh: '新品牌。', en: '' } }) },
      codes: ['warn brief.parity_missing_en'],
    },
    {
      why: 'the Chinese side is what creators read',
      change: { brief: version({ goal: { zh: '', en: 'Known.' } }) },
      codes: ['block brief.parity_missing_zh'],
    },
    {
      why: 'KOC with a verbatim text',
      change: { chosen: [koc], brief: version({ verbatim: ['这瓶面霜陪我过冬'] }) },
      codes: ['block brief.koc_scripted'],
    },
    { why: 'near miss: KOC without verbatim text', change: { chosen: [koc] }, codes: [] },
    { why: 'near miss: verbatim text for a micro KOL', change: { brief: version({ verbatim: ['这瓶面霜陪我过冬'] }) }, codes: [] },
    { why: 'near miss: the label is the law’s word', change: { chosen: [koc], brief: version({ verbatim: ['广告'] }) }, codes: [] },
    {
      why: 'creators on a platform the brief forgets',
      change: { chosen: [makeChosen(), makeChosen({ creatorId: 'c2', account: makeAccount({ platform: 'douyin' }) })] },
      codes: ['block brief.platform_missing'],
    },
    {
      why: 'the brief asks for a platform without creators',
      change: { brief: version({ deliverables: onDouyin }) },
      codes: ['warn brief.platform_unplanned'],
    },
    { why: 'near miss: nobody is chosen yet', change: { chosen: [], brief: version({ deliverables: onDouyin }) }, codes: [] },
    { why: 'window after the end', change: { campaign: makeCampaign({ ends: '2027-01-30' }) }, codes: ['warn brief.window_outside'] },
    {
      why: 'a planned format the brief does not name',
      change: { deliverables: [makeItem({ deliverable: makeDeliverable({ format: 'note_video' }) })] },
      codes: ['warn brief.format_differs'],
    },
    { why: 'text not checked', change: { brief: version({}, 'approved', null) }, codes: ['warn brief.not_linted'] },
    {
      why: 'the brief demands a forbidden word',
      change: { brief: version({}, 'approved', makeLint({ verdict: 'block', findings: [makeHit('block')] })) },
      codes: ['block ad-law.art09-3'],
    },
  ]
  test.each(cases)('$why', ({ change, codes }) => {
    expect(codesOf(change)).toEqual(codes)
  })

  const reviewed: readonly BriefState[] = ['approved', 'sent', 'acknowledged']
  test.each(BRIEF_STATES)('state %s', (state) => {
    expect(codesOf({ brief: version({}, state), today: '2027-01-05' })).toEqual(
      reviewed.includes(state) ? [] : ['block brief.not_reviewed'],
    )
  })

  test('the missing review names the agency; only where nobody may give it, the owner may waive it', () => {
    const findingOf = (change: Partial<GateInput>) => judgeBrief(makeGateInput(change))[0]?.findings[0]
    const waiting = findingOf({ brief: version({}, 'in_review') })
    expect([waiting?.code, waiting?.waivable]).toEqual(['brief.not_reviewed', false])
    expect(waiting?.because.en).toContain('Lake desk Shanghai')
    const none = { ...version({}, 'in_review'), review: { reviewers: 0, isApproved: false, isEnteredByAuthor: false } }
    const [named, unnamed] = [findingOf({ brief: none }), findingOf({ brief: none, campaign: makeCampaign({ localAgency: null }) })]
    expect([named?.code, named?.waivable]).toEqual(['brief.no_local_reviewer', true])
    expect(named?.because.en).toContain('Nobody of Lake desk Shanghai')
    expect(unnamed?.because.en).toContain('Nobody is named who')
  })

  test('open without a brief', () => {
    expect(judgeBrief(makeGateInput({ brief: null })).map(({ isOpen, findings }) => [isOpen, findings.map(({ code }) => code)])).toEqual([
      [true, ['brief.missing']],
    ])
  })
})
