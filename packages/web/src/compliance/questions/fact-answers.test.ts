import { contentFactsSchema } from '@kolibra/core/compliance'
import { describe, expect, test } from 'vitest'
import { putAnswers, readAnswers, type FactAnswers } from './fact-answers.ts'

const facts = { id: 'd', text: '面霜', creator: { usedProduct: true } }

describe('answers in the facts', () => {
  test('stand beside what is known', () =>
    expect(putAnswers(facts, { 'creator.age': '15', 'live.host': 'ai' })).toEqual({
      ...facts,
      creator: { usedProduct: true, age: 15 },
      live: { host: 'ai' },
    }))
  test('are yuan outside and fen inside', () =>
    expect(putAnswers(facts, { 'prize.topValueFen': '1999.9' }).prize).toEqual({ topValueFen: 199_990 }))
  test('yes and no are known, nothing is not', () => {
    expect(putAnswers(facts, { aimedAtMinors: 'no' }).aimedAtMinors).toBe(false)
    expect(putAnswers(facts, { aimedAtMinors: '' })).toEqual(facts)
  })
  test('what is no number stays not known', () => expect(putAnswers(facts, { 'creator.age': 'about 20' })).toEqual(facts))

  test('of every kind fit the facts, and are read back as they were typed', () => {
    const answers: FactAnswers = {
      'creator.type': 'koc',
      'creator.age': '30',
      'creator.penalisedUntil': '2027-01-01',
      'creator.guardianConsent': 'yes',
      'creator.verifiedField': '皮肤科',
      labelPosition: 'start',
      platformStatement: 'none',
      aimedAtMinors: 'no',
      'product.approvalNo': '国食健注G00000000',
      'product.approvalExpiresAt': '2028-01-01',
      'live.sellerShown': 'yes',
      'live.host': 'human',
      'prize.topValueFen': '500',
      'price.referenceFen': '199',
      'price.lowestIn7DaysFen': '149.5',
    }
    const filled = putAnswers(facts, answers)
    expect(contentFactsSchema.parse(filled)).toEqual(filled)
    expect(readAnswers(filled)).toEqual(answers)
  })
})
