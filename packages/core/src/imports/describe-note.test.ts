import { assert, constantFrom, nat, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeNote, writeNote, type NoteCode } from './describe-note.ts'

/** Every code: one that is missing here does not compile. */
const CODES: Readonly<Record<NoteCode, string>> = {
  'authors.hashed': 'authors.hashed',
  'file.seen_before': 'file.seen_before',
  'header.again': 'header.again',
  'names.identify': 'names.identify',
  'observed.by_name': 'observed.by_name',
  'observed.by_person': 'observed.by_person',
  'observed.name_to_come': 'observed.name_to_come',
  'observed.unknown': 'observed.unknown',
  'prices.lost': 'prices.lost',
  'prices.on_request': 'prices.on_request',
  'problems.unlisted': 'problems.unlisted',
  'sheet.skipped': 'sheet.skipped',
  'times.zoneless': 'times.zoneless',
  'unit.stated': 'unit.stated',
}
const isCode = (code: string): code is NoteCode => Object.hasOwn(CODES, code)

describe('a note of a report', () => {
  test('is an English sentence that says what the file brought', () => {
    expect(writeNote('sheet.skipped', { sheet: '说明' })).toBe('Sheet "说明" is of another kind and was not read.')
    expect(writeNote('problems.unlisted', { listed: 1000, more: 7 })).toBe('The first 1000 problems are listed; 7 more are only counted.')
  })

  test('is told in Chinese with the same particulars', () => {
    expect(describeNote('Column "粉丝(万)" states its unit: values were multiplied by 10000.')).toEqual({
      en: 'Column "粉丝(万)" states its unit: values were multiplied by 10000.',
      zh: '“粉丝(万)”列的表头注明了单位：数值已乘以 10000。',
    })
  })

  test('names Shanghai days, while the report keeps the moment', () => {
    const note = writeNote('observed.by_name', { at: '2026-11-19T16:00:00.000Z' })
    expect(note).toContain('2026-11-19T16:00:00.000Z')
    expect(describeNote(note)).toEqual({
      en: "Observed at 2026-11-20: the day in the file's name.",
      zh: '数据时间为 2026-11-20：取自文件名中的日期。',
    })
    const sheet = writeNote('sheet.skipped', { sheet: '2026-11-19T16:00:00.000Z' })
    expect(describeNote(sheet).en).toBe(sheet)
  })

  test('that is none of ours reads as itself', () => {
    expect(describeNote('Something else.')).toEqual({ en: 'Something else.', zh: 'Something else.' })
  })

  test('whatever the file brings, it is told from its English, and nothing of it is lost', () => {
    // Words of files hold quotes, braces and line ends; ours hold none of them.
    const said = string({ unit: constantFrom('a', '价', '"', '{', '}', '$', '&', ':', '\n', ' ') })
    const params = record({ at: said, columns: said, sheet: said, column: said, scale: nat(), listed: nat(), more: nat() })
    assert(
      property(constantFrom(...Object.keys(CODES).filter(isCode)), params, (code, brought) => {
        const { en, zh } = describeNote(writeNote(code, brought))
        expect(en).toBe(writeNote(code, brought))
        expect(zh).toMatch(/^[\u4E00-\u9FFF“]/)
        for (const [name, value] of Object.entries(brought)) {
          if (writeNote(code).includes(`{${name}}`)) expect(zh).toContain(String(value))
        }
      }),
    )
  })
})
