import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProof, isProved, notedProofSchema, type NotedProof } from './index.ts'

const NONE: NotedProof = { sentOn: null, receivedOn: null, inUseSince: null, note: '', photoLink: null }
const TODAY = '2027-01-20'
const answer = (change: Partial<NotedProof>) => {
  const outcome = checkProof({ ...NONE, ...change }, TODAY)
  return outcome.ok ? 'fine' : outcome.refusals.map(({ code, field }) => `${code} ${String(field)}`).join()
}

describe('days of a product', () => {
  test.each<{ why: string; change: Partial<NotedProof>; told: string }>([
    { why: 'nothing known', change: {}, told: 'fine' },
    { why: 'in order', change: { sentOn: '2027-01-01', receivedOn: '2027-01-03', inUseSince: '2027-01-04' }, told: 'fine' },
    {
      why: 'near miss: all on one day',
      change: { sentOn: '2027-01-01', receivedOn: '2027-01-01', inUseSince: '2027-01-01' },
      told: 'fine',
    },
    { why: 'received before sent', change: { sentOn: '2027-01-03', receivedOn: '2027-01-02' }, told: 'product.order_of_days sentOn' },
    {
      why: 'used before received',
      change: { receivedOn: '2027-01-03', inUseSince: '2027-01-02' },
      told: 'product.order_of_days receivedOn',
    },
    {
      why: 'used before sent, receipt unknown',
      change: { sentOn: '2027-01-03', inUseSince: '2027-01-02' },
      told: 'product.order_of_days sentOn',
    },
    { why: 'near miss: today', change: { sentOn: TODAY }, told: 'fine' },
    { why: 'tomorrow', change: { receivedOn: '2027-01-21' }, told: 'product.day_to_come receivedOn' },
  ])('$why', ({ change, told }) => expect(answer(change)).toBe(told))

  const day = fc.option(fc.integer({ min: 1, max: 28 }).map((number) => `2027-01-${String(number).padStart(2, '0')}`))
  test('property: what passes is in order and past', () => {
    fc.assert(
      fc.property(day, day, day, (sentOn, receivedOn, inUseSince) => {
        const known = [sentOn, receivedOn, inUseSince].filter((one) => one !== null)
        const isRight = known.every((one) => one <= TODAY) && known.toSorted().every((one, place) => one === known[place])
        expect(answer({ sentOn, receivedOn, inUseSince }) === 'fine').toBe(isRight)
      }),
    )
  })
})

describe('proof', () => {
  const used = { receivedOn: '2027-01-03', inUseSince: '2027-01-04' }
  test.each<{ why: string; change: Partial<NotedProof>; proved: boolean }>([
    { why: 'in use, with a note', change: { ...used, note: '达人发来使用照' }, proved: true },
    { why: 'in use, with a photo', change: { ...used, photoLink: 'https://example.com/1.jpg' }, proved: true },
    { why: 'near miss: in use, and nothing shows it', change: used, proved: false },
    { why: 'near miss: received only', change: { receivedOn: '2027-01-03', note: '已签收' }, proved: false },
    { why: 'near miss: a note of spaces', change: { ...used, note: ' ' }, proved: false },
  ])('$why', ({ change, proved }) => expect(isProved({ ...NONE, ...change })).toBe(proved))

  test.each(['javascript:alert(1)', 'ftp://example.com', 'photo'])('%s is no place of a photo', (photoLink) => {
    expect(notedProofSchema.safeParse({ ...NONE, photoLink }).success).toBe(false)
  })
})
