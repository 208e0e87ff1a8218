import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashText } from './index.ts'

const asIs = (text: string) => text

describe('the hash of a text', () => {
  test('no title and an empty one are the same', () => {
    expect(hashText({ text: '面霜' }, asIs)).toBe(hashText({ title: '', text: '面霜' }, asIs))
    expect(hashText({ title: null, text: '面霜' }, asIs)).toBe(hashText({ text: '面霜' }, asIs))
  })
  test('other facts do not count', () => {
    const facts = { id: 'a', text: '面霜', platform: 'weibo' as const }
    expect(hashText(facts, asIs)).toBe(hashText({ text: '面霜' }, asIs))
  })
  test('two texts have one hash only when they are the same, wherever title ends and text begins', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '"', ',', '面'), maxLength: 3 })
    fc.assert(
      fc.property(part, part, part, part, (title, text, otherTitle, otherText) => {
        const isSame = title === otherTitle && text === otherText
        expect(hashText({ title, text }, asIs) === hashText({ title: otherTitle, text: otherText }, asIs)).toBe(isSame)
      }),
    )
  })
})
