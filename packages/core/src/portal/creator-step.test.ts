import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DELIVERABLE_STATES } from '../content/index.ts'
import {
  CREATOR_STEPS,
  dueOf,
  listNumberDays,
  NUMBER_DAYS,
  stepOf,
  tellDue,
  WHOSE_TURN,
  writeMessage,
  type PostStanding,
  type StepClock,
} from './index.ts'

const POST: PostStanding = { state: 'contracted', isGone: false, isBriefSent: true, answer: 'accept', numberDaysIn: [] }
const CLOCK: StepClock = {
  sentAt: '2026-11-22T04:00:00.000Z',
  responseHours: 24,
  reviewHours: 48,
  windowTo: '2026-12-20',
  plannedFor: null,
  reviewedAt: '2026-12-01T04:00:00.000Z',
  submittedAt: '2026-12-02T04:00:00.000Z',
  publishedAt: null,
  numberDaysIn: [],
}

describe('the next step of a post', () => {
  test.each([
    [{ state: 'planned', isBriefSent: false, answer: null }, 'wait', 'desk'],
    [{ state: 'contracted', isBriefSent: false, answer: null }, 'wait', 'desk'],
    [{ state: 'planned', isBriefSent: true, answer: null }, 'answer', 'creator'],
    [{ state: 'contracted', isBriefSent: true, answer: null }, 'answer', 'creator'],
    [{ state: 'planned', isBriefSent: true, answer: 'accept' }, 'contract', 'desk'],
    [{ state: 'contracted', isBriefSent: true, answer: 'accept' }, 'draft', 'creator'],
    [{ state: 'contracted', isBriefSent: true, answer: 'decline' }, 'declined', 'desk'],
    [{ state: 'planned', isBriefSent: false, answer: 'decline' }, 'declined', 'desk'],
    [{ state: 'planned', isGone: true, answer: 'accept' }, 'closed', 'none'],
    [{ state: 'planned', isGone: true, answer: 'decline' }, 'closed', 'none'],
    [{ state: 'drafting' }, 'draft', 'creator'],
    [{ state: 'draft_in_review' }, 'review', 'desk'],
    [{ state: 'changes_requested' }, 'revise', 'creator'],
    [{ state: 'approved' }, 'publish', 'creator'],
    [{ state: 'published', numberDaysIn: [1, 7] }, 'numbers', 'creator'],
    [{ state: 'published', numberDaysIn: [45, 21, 7, 1] }, 'done', 'none'],
  ] as const)('%j: %s', (standing, step, whose) => {
    expect(stepOf({ ...POST, ...standing })).toBe(step)
    expect(WHOSE_TURN[step]).toBe(whose)
  })

  test('whatever stands, there is a next step, and nothing is asked of a creator before the brief was sent', () => {
    const standing = fc.record({
      state: fc.constantFrom(...DELIVERABLE_STATES),
      isGone: fc.boolean(),
      isBriefSent: fc.boolean(),
      answer: fc.constantFrom('accept' as const, 'decline' as const, null),
      numberDaysIn: fc.subarray([...NUMBER_DAYS]),
    })
    fc.assert(
      fc.property(standing, (post) => {
        const step = stepOf(post)
        expect(CREATOR_STEPS).toContain(step)
        const early = post.state === 'planned' || post.state === 'contracted'
        if (early && !post.isBriefSent) expect(WHOSE_TURN[step]).not.toBe('creator')
      }),
    )
  })
})

describe('when a step is due', () => {
  test.each([
    ['answer', {}, '2026-11-23T04:00:00.000Z'],
    ['answer', { sentAt: null }, null],
    ['answer', { responseHours: null }, null],
    ['revise', {}, '2026-12-02T04:00:00.000Z'],
    ['review', {}, '2026-12-04T04:00:00.000Z'],
    ['draft', {}, '2026-12-20'],
    ['draft', { plannedFor: '2026-12-05' }, '2026-12-05'],
    ['publish', { plannedFor: '2026-12-05' }, '2026-12-05'],
    ['publish', { windowTo: null }, null],
    ['numbers', { publishedAt: '2026-12-05T17:00:00.000Z' }, '2026-12-07'],
    ['numbers', { publishedAt: '2026-12-05T04:00:00.000Z', numberDaysIn: [1] }, '2026-12-12'],
    ['numbers', { publishedAt: '2026-12-05T04:00:00.000Z', numberDaysIn: [1, 7, 21, 45] }, null],
    ['numbers', {}, null],
    ['wait', {}, null],
    ['done', {}, null],
  ] as const)('%s %j: %s', (step, clock, due) => expect(dueOf(step, { ...CLOCK, ...clock })).toBe(due))

  test.each([
    ['2026-11-22T08:30:00.000Z', '11月22日 16:30 前'],
    ['2026-11-22T17:00:00.000Z', '11月23日 01:00 前'],
    ['2026-12-05', '12月5日 前'],
    [null, '方便时'],
    ['soon', '方便时'],
  ])('%s is told as %s', (due, told) => expect(tellDue(due)).toBe(told))
})

describe('the message for WeChat', () => {
  const PARTS = {
    creatorName: '示例·小鹿',
    deskName: '示例机构',
    brand: 'Alpensee',
    productName: 'Glacier Cream',
    url: 'https://kol.example.com/c/abc',
  }

  test.each(CREATOR_STEPS)('%s: names who writes, to whom, about what, and ends with the link on a line of its own', (step) => {
    const message = writeMessage({ ...PARTS, step, due: '2026-12-05' })
    expect(message.startsWith('示例·小鹿 你好，我是示例机构。')).toBe(true)
    expect(message).toContain('Glacier Cream')
    expect(message.endsWith('\nhttps://kol.example.com/c/abc')).toBe(true)
    expect(message).not.toMatch(/undefined|null|[!！]/)
  })

  test.each(CREATOR_STEPS.filter((step) => WHOSE_TURN[step] === 'creator'))('%s: says by when', (step) =>
    expect(writeMessage({ ...PARTS, step, due: '2026-12-05' })).toContain('12月5日 前'),
  )

  test('greets without a name where none is known', () =>
    expect(writeMessage({ ...PARTS, creatorName: null, step: 'answer', due: null })).toMatch(/^你好，我是示例机构。.*方便时看一下/))
})

describe('the days for which numbers are in', () => {
  const LIVE = '2026-12-05T04:00:00.000Z'
  test.each([
    [null, ['2026-12-06T04:00:00.000Z'], []],
    [LIVE, [], []],
    [LIVE, ['2026-12-05T10:00:00.000Z'], []],
    [LIVE, ['2026-12-05T16:00:00.000Z'], [1]],
    [LIVE, ['2026-12-11T04:00:00.000Z', '2026-12-12T04:00:00.000Z'], [1, 7]],
    [LIVE, ['2026-12-12T04:00:00.000Z'], [1, 7]],
    [LIVE, ['2027-03-01T04:00:00.000Z'], [1, 7, 21, 45]],
  ] as const)('published %s, numbers at %j: %j', (publishedAt, moments, days) => expect(listNumberDays(publishedAt, moments)).toEqual(days))

  test('whoever brings numbers on the last day is done, whatever came before', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 60 }))
    fc.assert(
      fc.property(ages, (days) => {
        const moments = [...days, 45].map((day) => new Date(Date.parse(LIVE) + day * 86_400_000).toISOString())
        expect(stepOf({ ...POST, state: 'published', numberDaysIn: listNumberDays(LIVE, moments) })).toBe('done')
      }),
    )
  })
})
