import { nameFactZh } from '@kolibra/core/compliance'
import { describe, expect, test } from 'vitest'
import { en } from '../../app/i18n/en.ts'
import { answeringOf, FACT_QUESTIONS, FORM_QUESTIONS, isFactQuestion, isFormQuestion, questionsFor } from './question-table.ts'

const names = [...Object.keys(FORM_QUESTIONS), ...Object.keys(FACT_QUESTIONS)]

describe('questions about missing facts', () => {
  test('several facts of one question ask once', () =>
    expect(questionsFor(['commissioned', 'evidence.approval', 'evidence.efficacy', 'filed', 'filing'])).toEqual({
      questions: ['commission', 'evidence', 'filing'],
      unasked: [],
    }))
  test('a price asks for both prices', () =>
    expect(questionsFor(['price']).questions).toEqual(['price.referenceFen', 'price.lowestIn7DaysFen']))
  test('what no form can ask for is only named', () =>
    expect(questionsFor(['links', 'creator.age'])).toEqual({ questions: ['creator.age'], unasked: ['links'] }))

  test.each(names)('%s has its sentence, and every answer a name', (name) => {
    expect(Object.keys(en.question)).toContain(name.replaceAll('.', '_'))
    if (!isFormQuestion(name) && !isFactQuestion(name)) throw new Error(name)
    const answering = answeringOf(name)
    if (answering.kind === 'choice') for (const value of answering.values) expect(Object.keys(en[answering.group])).toContain(value)
  })

  test.each(['commissioned', 'purchasePath', 'label', 'filing', 'creator.age', 'ai.marked', 'evidence.approval', 'prize.topValueFen'])(
    'a rule may wait for %s, and a person can answer it',
    (fact) => {
      expect(nameFactZh(fact)).not.toBe(fact)
      expect(questionsFor([fact]).questions).not.toEqual([])
    },
  )
})
