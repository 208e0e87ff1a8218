import { mappedTargetSchema } from '@kolibra/core/imports'
import { describe, expect, test } from 'vitest'
import { CHOICES, keyOf, NOTE_TYPES, readFiled, readNoteType, writeFiled } from './mapping-choices.ts'

describe('what the wizard offers', () => {
  test('is all of it something a mapping may say, and each once', () => {
    for (const { target } of CHOICES) expect(mappedTargetSchema.safeParse(target).success).toBe(true)
    expect(new Set(CHOICES.map(({ target }) => keyOf(target))).size).toBe(CHOICES.length)
  })

  test('a price filed, not filed or not said stays what it is', () => {
    expect([true, false, null].map((filed) => readFiled(writeFiled(filed)))).toEqual([true, false, null])
  })

  test('a note type is one that a mapping may say; not said is none', () => {
    for (const noteType of NOTE_TYPES) {
      expect(readNoteType(noteType)).toBe(noteType)
      expect(mappedTargetSchema.parse({ to: 'metric', name: 'viewsMean', unit: 'plays', noteType })).toMatchObject({ noteType })
    }
    expect(readNoteType('')).toBeNull()
  })

  test('what a person adds does not make it another choice of the list', () => {
    expect(keyOf({ to: 'quote', format: 'post', part: 'listFen', filed: true })).toBe(
      keyOf({ to: 'quote', format: 'post', part: 'listFen', filed: null }),
    )
  })
})
