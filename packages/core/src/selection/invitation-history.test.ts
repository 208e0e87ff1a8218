import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INVITATION_STATES, readInvitations, type InvitationState, type InvitationStep } from './index.ts'

const NOW = '2026-12-31T00:00:00Z'
const step = (line: string): InvitationStep => {
  const [campaignId = '', to = '', at = ''] = line.split(' ')
  const state = INVITATION_STATES.find((known) => known === to)
  if (state === undefined) throw new Error(line)
  return { campaignId, to: state, at: `2026-12-${at}:00:00Z` }
}
const read = (lines: readonly string[], now = NOW) => readInvitations(lines.map(step), now)

describe('what answers to our invitations show', () => {
  test.each([
    { why: 'nobody was asked', lines: [], told: { invited: 0, accepted: 0, responseRate: null, medianDelayHours: null } },
    {
      why: 'a yes after a day',
      lines: ['a invited 01T00', 'a accepted 02T00'],
      told: { invited: 1, accepted: 1, answered: 1, responseRate: 1, medianDelayHours: 24 },
    },
    {
      why: 'a no after three days is an answer, but not within 48 hours',
      lines: ['a invited 01T00', 'a declined 04T00'],
      told: { invited: 1, accepted: 0, answered: 1, responseRate: 0, medianDelayHours: 72 },
    },
    {
      why: 'exactly 48 hours are within 48 hours',
      lines: ['a invited 01T00', 'a accepted 03T00'],
      told: { responseRate: 1 },
    },
    {
      why: 'a yes taken back is a no, and its delay is that of the first answer',
      lines: ['a invited 01T00', 'a accepted 01T06', 'a declined 09T00'],
      told: { invited: 1, accepted: 0, medianDelayHours: 6 },
    },
    {
      why: 'two campaigns at once are two invitations',
      lines: ['a invited 01T00', 'b invited 01T12', 'b declined 01T14', 'a accepted 01T10'],
      told: { invited: 2, accepted: 1, responseRate: 1, medianDelayHours: 6 },
    },
    {
      why: 'an invitation taken back before an answer is neither yes nor no',
      lines: ['a invited 01T00', 'a withdrawn 20T00'],
      told: { invited: 0, accepted: 0, answered: 0, responseRate: null },
    },
    {
      why: 'asked a second time after a no',
      lines: ['a invited 01T00', 'a declined 01T01', 'a proposed 02T00', 'a invited 02T01', 'a accepted 02T02'],
      told: { invited: 2, accepted: 1, answered: 2 },
    },
    { why: 'a proposal alone asks nobody', lines: ['a withdrawn 01T00', 'a proposed 02T00'], told: { invited: 0, answered: 0 } },
  ])('$why', ({ lines, told }) => {
    expect(read(lines)).toMatchObject(told)
  })

  test.each([
    { now: '2026-12-02T00:00:00Z', told: { invited: 0, responseRate: null }, why: 'a day of silence says nothing' },
    { now: '2026-12-03T00:00:00Z', told: { invited: 0, responseRate: 0 }, why: 'two days: not answered in time, still open' },
    { now: '2026-12-15T00:00:00Z', told: { invited: 1, accepted: 0, responseRate: 0 }, why: 'two weeks: taken as a no' },
  ])('$why', ({ now, told }) => {
    expect(read(['a invited 01T00'], now)).toMatchObject(told)
  })

  test('property: never more yes than invitations, rates stay shares', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom<InvitationState>(...INVITATION_STATES)), { maxLength: 20 })
    fc.assert(
      fc.property(steps, (walked) => {
        const told = readInvitations(
          walked.map(([campaignId, to], hour) => ({ campaignId, to, at: new Date(hour * 7_200_000).toISOString() })),
          NOW,
        )
        expect(told.accepted).toBeLessThanOrEqual(told.invited)
        expect(told.answered).toBeLessThanOrEqual(told.invited)
        expect(told.responseRate ?? 0).toBeGreaterThanOrEqual(0)
        expect(told.responseRate ?? 0).toBeLessThanOrEqual(1)
      }),
    )
  })
})
