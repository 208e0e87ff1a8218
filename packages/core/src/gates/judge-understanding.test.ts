import { describe, expect, test } from 'vitest'
import { sha256 } from '../../test/sha256.ts'
import { BRIEF_STATES, PLAYBACK_FIELD_TEXTS, PLAYBACK_FIELDS, type BriefState } from '../briefs/index.ts'
import { judgeBrief, judgeGates, type PartyUnderstanding, type ReviewUnderJudgement } from './index.ts'
import { makeBrief, makeGateInput, makeLint } from './test/gate-fixture.ts'

const makeParty = (change: Partial<PartyUnderstanding> = {}): PartyUnderstanding => ({
  partyId: 'p1',
  role: 'creator',
  isAnswered: true,
  open: [],
  ...change,
})
const makeReview = (change: Partial<ReviewUnderJudgement> = {}): ReviewUnderJudgement => ({
  reviewers: 1,
  isApproved: true,
  isEnteredByAuthor: false,
  ...change,
})
const inputOf = (understanding: readonly PartyUnderstanding[], state: BriefState = 'sent', review = makeReview()) =>
  makeGateInput({
    today: '2026-11-22',
    brief: { id: 'b1', version: 1, state, authorId: 'u1', brief: makeBrief(), lint: makeLint({ id: 'b1' }), understanding, review },
  })
const judgementOf = (...input: Parameters<typeof inputOf>) =>
  judgeGates(inputOf(...input), sha256).gates.find(({ gate }) => gate === 'brief')?.judgements[0]
const codesOf = (...input: Parameters<typeof inputOf>) => judgementOf(...input)?.findings.map(({ severity, code }) => `${severity} ${code}`)
const differing = makeParty({
  open: [
    { key: 'k1', field: 'count' },
    { key: 'k2', field: 'window' },
  ],
})

describe('the brief gate and what the parties understood', () => {
  test('nothing open, nothing said', () => {
    expect(codesOf([])).toEqual([])
    expect(codesOf([makeParty(), makeParty({ partyId: 'p2', role: 'mcn' })])).toEqual([])
  })

  test('an open difference keeps it amber and names the fields once, in both languages', () => {
    const twice = [differing, { ...differing, partyId: 'p2' }, makeParty({ partyId: 'p3' })]
    expect(codesOf(twice)).toEqual(['warn brief.understood_otherwise'])
    const [finding] = judgeBrief(inputOf(twice))[0]?.findings ?? []
    expect(finding?.because).toEqual({
      en: 'Parties that understood this version otherwise: 2 (number of posts, dates).',
      zh: '对此版本理解不一致的参与方：2 个（篇数、发布日期）。',
    })
    expect(finding?.waivable).toBe(true)
  })

  test.each(BRIEF_STATES)('in state %s a playback is missed only once the version was sent', (state) => {
    const isOut = state === 'sent' || state === 'acknowledged'
    expect(codesOf([makeParty({ isAnswered: false })], state)).toEqual(isOut ? ['info brief.not_played_back'] : [])
  })

  test('tells how many of how many are missing', () => {
    const [finding] = judgeBrief(inputOf([makeParty({ isAnswered: false }), makeParty({ partyId: 'p2' })]))[0]?.findings ?? []
    expect(finding?.because.en).toBe('Parties that have not played this version back: 1 of 2.')
  })

  test('every field has a name in both languages', () => {
    for (const field of PLAYBACK_FIELDS) {
      expect(PLAYBACK_FIELD_TEXTS[field].en).not.toBe('')
      expect(PLAYBACK_FIELD_TEXTS[field].zh).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('the hash a pass of the brief gate is bound to', () => {
  const hashOf = (...input: Parameters<typeof inputOf>) => judgementOf(...input)?.inputHash
  const base = hashOf([makeParty()])
  test.each<[string, Parameters<typeof inputOf>, boolean]>([
    ['nothing', [[makeParty()]], true],
    ['the version is acknowledged', [[makeParty()], 'acknowledged'], true],
    ['another party is asked', [[makeParty(), makeParty({ partyId: 'p2' })]], true],
    ['a party has not answered yet', [[makeParty({ isAnswered: false })]], true],
    ['a difference opens', [[differing]], false],
    ['the approval is gone', [[makeParty()], 'in_review', makeReview({ isApproved: false })], false],
    ['nobody may review it', [[makeParty()], 'in_review', makeReview({ isApproved: false, reviewers: 0 })], false],
  ])('%s: the same %s', (_, input, isSame) => {
    expect(hashOf(...input) === base).toBe(isSame)
  })

  test('does not depend on the order of parties, and changes with each difference', () => {
    const other = makeParty({ partyId: 'p2', open: [{ key: 'k3', field: 'time' }] })
    expect(hashOf([differing, other])).toBe(hashOf([other, differing]))
    expect(hashOf([differing])).not.toBe(hashOf([{ ...differing, open: differing.open.slice(0, 1) }]))
  })
})
