import { expect, test } from 'vitest'
import { changesTurns } from './index.ts'

test.each([
  ['brief.sent', true],
  ['draft.submitted', true],
  ['thread.opened', true],
  ['thread.answered', true],
  ['deliverable.declined', true],
  ['turn.reminded_late', false],
  ['channel.added', false],
  ['campaign.opened', false],
])('%s: %s', (name, changes) => expect(changesTurns(name)).toBe(changes))
