import { describe, expect, test } from 'vitest'
import { splitQuestions } from './use-assessments.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`)

describe('questions about creators held against a campaign', () => {
  test.each([0, 1, 49, 50, 51, 200, 430])('of %i creators each is asked about once, in order, at most fifty at a time', (count) => {
    const questions = splitQuestions(ids(count))
    expect(questions.flat()).toEqual(ids(count))
    expect(Math.max(0, ...questions.map(({ length }) => length))).toBeLessThanOrEqual(50)
    expect(questions.every(({ length }) => length > 0)).toBe(true)
  })

  test('a further page of rows adds questions and changes none', () => {
    const first = splitQuestions(ids(200))
    expect(splitQuestions(ids(400)).slice(0, first.length)).toEqual(first)
  })
})
