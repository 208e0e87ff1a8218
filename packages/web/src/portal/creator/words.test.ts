import { describe, expect, test } from 'vitest'
import { fill, keyOr } from './use-words.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe("the creators' page in two languages", () => {
  test('has the same keys and the same blanks, and leaves nothing empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const [key, text] of Object.entries<string>(zh)) {
      const other = Object.entries(en).find(([name]) => name === key)?.[1] ?? ''
      expect([key, blanks(other)]).toEqual([key, blanks(text)])
      expect([key, text === '' || other === '']).toEqual([key, false])
    }
  })

  test('has no exclamation marks and no half-width sign in Chinese', () => {
    for (const text of [...Object.values(zh), ...Object.values(en)]) expect(text).not.toMatch(/[!！]/)
    for (const text of Object.values(zh)) expect(text).not.toMatch(/[一-龥][,;:!?()]|[,;:!?()][一-龥]/)
  })

  test('fills what is given and leaves what is not', () => expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}'))

  test('a key that nobody named gives way', () => {
    expect(keyOr('held_posts', 'held_other')).toBe('held_posts')
    expect(keyOr('held_product_proofs', 'held_other')).toBe('held_product_proofs')
    expect(keyOr('held_parties', 'held_other')).toBe('held_parties')
    expect(keyOr('held_new_table', 'held_other')).toBe('held_other')
    expect(keyOr('toString', 'held_other')).toBe('held_other')
  })
})
