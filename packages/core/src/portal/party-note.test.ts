import { assert, constantFrom, property, record, array, integer } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DELIVERABLE_MOVES } from '../content/index.ts'
import {
  isToldTo,
  nextNoteDay,
  NOTE_EVENTS,
  NOTE_RHYTHM,
  NOTE_TURNS,
  noteRhythmSchema,
  OFFERED_RHYTHM_DAYS,
  writePartyNote,
  type NoteFacts,
  type NoteReader,
} from './index.ts'

const brand: NoteReader = { id: 'p-brand', role: 'brand', name: '示例品牌', ownIds: [], url: null }
const agency: NoteReader = { id: 'p-agency', role: 'agency', name: null, ownIds: [], url: null }
const mcn: NoteReader = { id: 'p-mcn', role: 'mcn', name: '示例MCN', ownIds: [], url: null }
const deer: NoteReader = { id: 'p-deer', role: 'creator', name: '示例·小鹿', ownIds: [], url: 'https://example.com/c/1' }
const hare: NoteReader = { id: 'p-hare', role: 'creator', name: '示例·小兔', ownIds: [], url: null }
const deersMcn: NoteReader = { ...mcn, ownIds: [deer.id] }
const EMPTY: NoteFacts = { campaignName: '湖畔', deskName: '示例工作室', since: null, happened: [], open: [] }
const FACTS: NoteFacts = {
  ...EMPTY,
  since: '2026-11-20T02:00:00.000Z',
  happened: [
    { name: 'draft.approved', partyId: deer.id },
    { name: 'brief.sent', partyId: null },
    { name: 'draft.approved', partyId: hare.id },
    { name: 'thread.answered', partyId: mcn.id },
    { name: 'request.settled', partyId: hare.id },
    { name: 'channel.added', partyId: null },
  ],
  open: [
    { kind: 'review', whose: 'desk', partyId: deer.id, due: '2026-11-30T02:00:00.000Z', count: 1 },
    { kind: 'draft', whose: 'creator', partyId: deer.id, due: '2026-12-01', count: 1 },
    { kind: 'draft', whose: 'creator', partyId: hare.id, due: '2026-11-29', count: 2 },
    { kind: 'brief_review', whose: 'agency', partyId: null, due: null, count: 1 },
    { kind: 'request', whose: 'desk', partyId: hare.id, due: null, count: 1 },
    { kind: 'playback', whose: 'mcn', partyId: mcn.id, due: null, count: 1 },
  ],
}
const linesOf = (reader: NoteReader, facts = FACTS) => writePartyNote(reader, facts, 'zh').split('\n')
const bullets = (reader: NoteReader) => linesOf(reader).filter((line) => line.startsWith('·'))

describe('the note to a party', () => {
  test('to the brand: the whole campaign in numbers, and no request of a creator', () => {
    expect(linesOf(brand)).toEqual([
      '示例品牌 你好，示例工作室同步「湖畔」11月20日以来的进展：',
      '',
      '已确定',
      '· brief 已发出',
      '· brief 上的提问已回复',
      '· 稿件已通过 ×2',
      '',
      '待处理',
      '· 初稿 ×3：达人，11月29日 前',
      '· 审核稿件：示例工作室，11月30日 10:00 前',
      '· 审核 brief：代理商',
      '· 复述 brief：MCN',
      '',
      '有疑问或补充，直接说是 brief 的哪一条，会记在那一条下面。',
    ])
  })

  test('to the agency: its own turn comes first', () => {
    expect(bullets(agency).find((line) => line.includes('：'))).toBe('· 审核 brief：你方')
  })

  test.each([
    ['an MCN', mcn, ['· brief 已发出', '· brief 上的提问已回复', '· 复述 brief：你方']],
    [
      'the MCN of a creator',
      deersMcn,
      [
        '· brief 已发出',
        '· brief 上的提问已回复',
        '· 稿件已通过',
        '· 复述 brief：你方',
        '· 初稿：达人，12月1日 前',
        '· 审核稿件：示例工作室，11月30日 10:00 前',
      ],
    ],
    ['a creator', deer, ['· brief 已发出', '· 稿件已通过', '· 初稿：你方，12月1日 前', '· 审核稿件：示例工作室，11月30日 10:00 前']],
    ['another', hare, ['· brief 已发出', '· 稿件已通过', '· 你的请求已答复', '· 初稿 ×2：你方，11月29日 前', '· 答复你的请求：示例工作室']],
  ])('to %s: only what is about them or all', (_, reader, expected) => {
    expect(bullets(reader)).toEqual(expected)
  })

  test('in English, with the creator’s link last', () => {
    const lines = writePartyNote(deer, FACTS, 'en').split('\n')
    expect(lines[0]).toBe('Hello 示例·小鹿, 示例工作室 on "湖畔" since 2026-11-20:')
    expect(lines).toContain('· first draft: you, by 2026-12-01')
    expect(lines.at(-1)).toBe('https://example.com/c/1')
  })

  test('of a quiet week says so, and the first one names no day', () => {
    expect(linesOf(mcn, EMPTY).filter((line) => line === '· 暂无')).toHaveLength(2)
    expect(linesOf(mcn, EMPTY)[0]).toBe('示例MCN 你好，示例工作室同步「湖畔」目前的进展：')
    expect(linesOf(agency, EMPTY)[0]).toMatch(/^你好，/)
  })

  test('property: what is about another creator never changes a creator’s note, nor an MCN’s', () => {
    const happened = array(constantFrom(...Object.keys(NOTE_EVENTS)), { maxLength: 8 })
    const kinds = constantFrom(...(Object.keys(NOTE_TURNS) as (keyof typeof NOTE_TURNS)[]))
    const open = array(record({ kind: kinds, count: integer({ min: 1, max: 3 }) }), { maxLength: 8 })
    const isOfAll = (name: string) => NOTE_EVENTS[name]?.reach === 'all'
    assert(
      property(happened, open, constantFrom(deer, mcn, deersMcn), (names, turns, reader) => {
        const more: NoteFacts = {
          ...FACTS,
          happened: [...FACTS.happened, ...names.filter((name) => !isOfAll(name)).map((name) => ({ name, partyId: hare.id }))],
          open: [...FACTS.open, ...turns.map((turn) => ({ ...turn, whose: 'creator' as const, partyId: hare.id, due: null }))],
        }
        expect(writePartyNote(reader, more, 'zh')).toBe(writePartyNote(reader, FACTS, 'zh'))
      }),
    )
  })
})

describe('who is told', () => {
  test.each([
    [brand, 'running', hare.id, true],
    [agency, 'running', hare.id, true],
    [mcn, 'running', hare.id, false],
    [deersMcn, 'running', deer.id, true],
    [deersMcn, 'running', hare.id, false],
    [deersMcn, 'running', null, false],
    [deersMcn, 'own', deer.id, false],
    [hare, 'running', hare.id, true],
    [deer, 'running', hare.id, false],
    [deer, 'running', null, false],
    [deer, 'all', null, true],
    [brand, 'own', hare.id, false],
    [hare, 'own', hare.id, true],
  ] as const)('%o of %s about %s: %s', (reader, reach, about, isTold) => {
    expect(isToldTo(reader, reach, about)).toBe(isTold)
  })

  test('every move of a post that decides something is told', () => {
    const events = [...new Set(Object.values(DELIVERABLE_MOVES).map(({ event }) => event))]
    expect(events.filter((event) => !Object.hasOwn(NOTE_EVENTS, event))).toEqual(['deliverable.draft_started', 'draft.submitted'])
  })
})

describe('the day of the next note', () => {
  test.each([
    ['a week after the last', 7, '2026-11-20T17:00:00.000Z', '2026-11-01T02:00:00.000Z', '2026-11-28'],
    ['the first a week after the brief was sent', 7, null, '2026-11-20T15:59:59.000Z', '2026-11-27'],
    ['the next day where it is daily', 1, '2026-11-20T17:00:00.000Z', null, '2026-11-22'],
    ['two weeks on', 14, '2026-12-20T02:00:00.000Z', null, '2027-01-03'],
    ['none before anything was sent', 7, null, null, null],
  ])('%s', (_, everyDays, lastAt, sentAt, day) => {
    expect(nextNoteDay({ lastAt, sentAt, everyDays })).toBe(day)
  })

  test.each([
    [0, false],
    [1, true],
    [31, true],
    [32, false],
    [1.5, false],
  ])('every %s days is a rhythm: %s', (everyDays, isOne) => expect(noteRhythmSchema.safeParse({ everyDays }).success).toBe(isOne))

  test('what the page offers are rhythms, and the one that counts at first is among them', () => {
    for (const everyDays of OFFERED_RHYTHM_DAYS) expect(noteRhythmSchema.safeParse({ everyDays }).success).toBe(true)
    expect(OFFERED_RHYTHM_DAYS).toContain(NOTE_RHYTHM.everyDays)
  })
})
