import { describe, expect, test } from 'vitest'
import { detectorSchema } from './rule-entry.ts'
import { inlineList, seekContext, seekTerms } from './sought-lists.ts'

const numbers = new Map([
  ['first', 0],
  ['second', 1],
  [inlineList(['面霜', '口红']), 2],
  ['@number', 3],
])

describe('lists by number', () => {
  test('stand in the order they are named, the words of the detector itself last', () => {
    const detector = detectorSchema.parse({
      kind: 'terms',
      find: ['second', 'first'],
      words: ['面霜', '口红'],
      near: [{ any: ['@number'], within: 3, side: 'after' }],
      unless: [{ words: ['面霜', '口红'] }],
      negation: false,
    })
    expect(detector.kind === 'terms' && seekTerms(detector, numbers)).toEqual({
      find: [1, 0, 2],
      near: [{ lists: [3], within: 3, side: 'after' }],
      unless: [{ lists: [2], within: 'sentence', side: 'either' }],
      negation: false,
    })
  })

  test('a context without lists seeks nothing', () => {
    expect(seekContext({ any: [], words: [], within: 'text', side: 'either' }, numbers).lists).toEqual([])
  })
})
