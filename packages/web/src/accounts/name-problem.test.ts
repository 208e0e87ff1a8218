import { expect, test } from 'vitest'
import { en } from '../app/i18n/en.ts'
import { nameProblem } from './name-problem.ts'

const words: Readonly<Record<string, string>> = en.notifications

test.each([
  ['channel.sealed', 'sealed'],
  ['network.private_address', 'private'],
  ['network.timeout', 'network'],
  ['mail.not_set_up', 'noMail'],
  ['mail.550', 'mail'],
  ['robot.93000', 'robotAddress'],
  ['robot.310000', 'robotSignature'],
  ['robot.45009', 'robot'],
  ['http.410', 'gone'],
  ['http.503', 'http'],
  [null, 'other'],
])('%s is explained as %s, and the sentence is there', (problem, key) => {
  expect(nameProblem(problem)).toBe(`notifications.problem_${key}`)
  expect(words[`problem_${key}`]).toMatch(/\.$/)
})
