import { expect, test } from 'vitest'
import { CREATOR_ANSWERS } from '../content/index.ts'
import { checkSigner } from './index.ts'

const codeOf = (creatorId: string, answer: (typeof CREATOR_ANSWERS)[number] | null) => {
  const outcome = checkSigner({ creatorId, answer }, ['c1', 'c2'])
  return outcome.ok ? 'fine' : outcome.refusals.map(({ code, ...rest }) => `${code} ${String(rest['creatorId'])}`).join()
}

test.each([
  ['c1', null, 'contract.creator_gone c1'],
  ['c1', 'accept', 'contract.creator_gone c1'],
  ['c3', 'decline', 'contract.post_declined c3'],
  ['c3', 'accept', 'fine'],
  ['c3', null, 'fine'],
] as const)('%s who answered %s: %s', (creatorId, answer, told) => expect(codeOf(creatorId, answer)).toBe(told))
