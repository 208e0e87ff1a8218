import { expect, test } from 'vitest'
import { checkSigner } from './index.ts'

test('who said no is not signed; everybody else may be', () => {
  expect(checkSigner('c1', ['c1', 'c2'])).toEqual({ ok: false, refusals: [{ code: 'contract.creator_gone', creatorId: 'c1' }] })
  expect(checkSigner('c3', ['c1', 'c2'])).toEqual({ ok: true, value: null })
})
