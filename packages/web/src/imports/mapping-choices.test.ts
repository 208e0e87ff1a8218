import { compileMapping, describeColumns, mappedTargetSchema, mappingSchema, type DecodedFile } from '@kolibra/core/imports'
import { describe, expect, test } from 'vitest'
import {
  CHOICES,
  guessRowKind,
  keyOf,
  NOTE_TYPES,
  readFiled,
  readNoteType,
  ROW_KINDS,
  suggestionFor,
  writeFiled,
} from './mapping-choices.ts'

describe('what the wizard offers', () => {
  test.each(ROW_KINDS)('for rows of %s is all of it something a mapping may say, each once, and enough for one', (holds) => {
    const choices = CHOICES[holds]
    for (const { target } of choices) expect(mappedTargetSchema.safeParse(target).success).toBe(true)
    expect(new Set(choices.map(({ target }) => keyOf(target))).size).toBe(choices.length)
    const columns = choices.map(({ target }, at) => ({ header: `column ${at}`, target }))
    expect(compileMapping(mappingSchema.parse({ name: 'a', holds, platform: 'weibo', columns }))).toMatchObject({ ok: true })
  })

  const columnsOf = (...header: string[]) => {
    const file: DecodedFile = { name: 'a.csv', encoding: 'utf-8', shape: 'table', tables: [{ name: 'a', header, rows: [['1']] }] }
    return describeColumns(file)
  }

  test.each([
    { header: ['评论ID', '评论内容'], kind: 'comments' },
    { header: ['note_id', 'title'], kind: 'posts' },
    { header: ['note_id', '昵称', '粉丝数'], kind: 'accounts' },
    { header: ['昵称', '报价'], kind: 'accounts' },
    { header: ['心情'], kind: 'accounts' },
  ])('rows of $header are guessed to be $kind', ({ header, kind }) => expect(guessRowKind(columnsOf(...header))).toBe(kind))

  test('what a column is suggested to hold depends on what rows are', () => {
    const [column] = columnsOf('like_count')
    if (column === undefined) throw new Error('a column was given')
    expect(suggestionFor(column, 'comments')).toEqual({ to: 'comment', field: 'likes' })
    expect(suggestionFor(column, 'series')).toBeNull()
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
