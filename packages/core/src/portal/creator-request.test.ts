import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DELIVERABLE_STATES } from '../content/index.ts'
import { BRIEF } from './test/portal-fixture.ts'
import {
  checkCreatorFile,
  checkRequest,
  checkSettlement,
  CREATOR_FILE_TYPES,
  EXCEEDED_FIELDS,
  LARGEST_CREATOR_FILE_BYTES,
  REQUEST_KINDS,
  REQUEST_RULES,
  tellAgreed,
  type RequestInput,
  type RequestKind,
  type RequestStanding,
} from './index.ts'

const POST = '01a20000-0000-7000-8000-000000000001'
const full = (kind: RequestKind): RequestInput => ({
  kind,
  deliverableId: kind === 'erasure' ? null : POST,
  text: '示例理由',
  field: 'rounds',
  at: '2026-12-05T04:00:00Z',
})
const OPEN: RequestStanding = { state: 'contracted', waiting: [], answer: null }
const codeOf = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) => outcome.refusals?.[0]?.code ?? 'ok'

describe('what a creator may send', () => {
  const grid = REQUEST_KINDS.filter((kind) => kind !== 'erasure').flatMap((kind) =>
    DELIVERABLE_STATES.map((state) => [kind, state] as const),
  )
  const ALLOWED: Record<string, string> = {
    accept: 'planned contracted',
    decline: 'planned contracted',
    idea: 'planned contracted drafting changes_requested',
    posting_time: 'planned contracted drafting draft_in_review changes_requested approved',
    refusal: 'changes_requested',
  }
  test.each(grid)('%s while %s', (kind, state) => {
    const allowed = ALLOWED[kind]?.split(' ').includes(state)
    expect(codeOf(checkRequest(full(kind), { ...OPEN, state }))).toBe(allowed ? 'ok' : 'deliverable.wrong_state')
  })

  test('erasure is asked for at any time, of the person', () =>
    expect(checkRequest(full('erasure'), { ...OPEN, state: null })).toEqual({ ok: true, value: REQUEST_RULES.erasure }))

  test.each([
    ['decline', { text: null }, ['text']],
    ['idea', { text: null }, ['text']],
    ['posting_time', { at: null }, ['at']],
    ['refusal', { text: null, field: null }, ['text', 'field']],
  ] as const)('%s with %j lacks %j', (kind, blank, missing) => {
    const state = kind === 'refusal' ? 'changes_requested' : 'contracted'
    expect(checkRequest({ ...full(kind), ...blank }, { ...OPEN, state })).toMatchObject({
      refusals: [{ code: 'portal.request_unfit', missing }],
    })
  })

  test('what is about a post names the post', () =>
    expect(checkRequest(full('idea'), { ...OPEN, state: null })).toMatchObject({ refusals: [{ missing: ['deliverableId'] }] }))

  test('the same answer twice is refused, the other one is not', () => {
    expect(codeOf(checkRequest(full('accept'), { ...OPEN, answer: 'accept' }))).toBe('portal.answered_so')
    expect(codeOf(checkRequest(full('decline'), { ...OPEN, answer: 'accept' }))).toBe('ok')
    expect(codeOf(checkRequest(full('accept'), { ...OPEN, answer: 'decline', waiting: ['decline'] }))).toBe('ok')
  })

  test('one of a kind waits at a time', () =>
    fc.assert(
      fc.property(fc.constantFrom(...REQUEST_KINDS), fc.subarray([...REQUEST_KINDS]), (kind, waiting) => {
        const state = kind === 'refusal' ? 'changes_requested' : kind === 'erasure' ? null : 'contracted'
        const outcome = checkRequest(full(kind), { state, waiting, answer: null })
        expect(codeOf(outcome)).toBe(waiting.includes(kind) ? 'portal.request_waits' : 'ok')
      }),
    ))
})

describe("the desk's answer", () => {
  test.each([
    ['yes', { settlement: null }, { settlement: 'taken', note: null }, 'ok'],
    ['no with a reason', { settlement: null }, { settlement: 'turned_down', note: '在 brief 内' }, 'ok'],
    ['no without one', { settlement: null }, { settlement: 'turned_down', note: null }, 'portal.reason_missing'],
    ['a second one', { settlement: 'taken' }, { settlement: 'taken', note: null }, 'portal.request_settled'],
    ['to what needs none', { settlement: 'noted' }, { settlement: 'taken', note: null }, 'portal.request_settled'],
  ] as const)('%s', (_, request, answer, code) => expect(codeOf(checkSettlement(request, answer))).toBe(code))
})

describe('what the brief says of an exceeded field', () => {
  const post = { platform: 'xiaohongshu', format: 'note_picture', revisionRounds: 2 }
  test('rounds are set against the round that is asked', () =>
    expect(tellAgreed('rounds', BRIEF, post)?.zh).toBe('brief 约定修改 1 轮，现在是第 2 轮'))
  test('only what is binding counts as to be said', () => expect(tellAgreed('must_say', BRIEF, post)?.zh).toBe('brief 要求必说 1 点'))
  test('a caption and a time that are free are told so, fixed ones too', () => {
    expect(tellAgreed('caption', BRIEF, post)?.en).toBe('The brief fixes no caption')
    expect(tellAgreed('posting_time', BRIEF, post)?.en).toBe('The brief fixes no posting time')
    const fixed = { ...BRIEF, deliverables: BRIEF.deliverables.map((each) => ({ ...each, fixedTime: '20:00', fixedCaption: '示例' })) }
    expect(tellAgreed('caption', fixed, post)?.en).toBe('The brief fixes the caption')
    expect(tellAgreed('posting_time', fixed, post)?.zh).toBe('brief 规定 20:00 发布')
  })
  test('shots are counted and a tone that is free is told so', () => {
    expect(tellAgreed('shots', BRIEF, post)?.en).toBe(`The brief asks for ${BRIEF.shots.length} shots`)
    expect(tellAgreed('tone', { ...BRIEF, toneApproval: false }, post)?.zh).toBe('brief 没有约定语气')
    expect(tellAgreed('tone', { ...BRIEF, toneApproval: true }, post)?.zh).toBe('brief 约定品牌审定语气')
  })
  test('another format than the brief asks for is told so', () => {
    expect(tellAgreed('format', BRIEF, { ...post, format: 'video' })?.zh).toBe('brief 里没有这种内容形式')
    expect(tellAgreed('format', BRIEF, post)?.zh).toBe('brief 约定的就是这种内容形式')
  })
  test('every field has both languages or none', () => {
    for (const field of EXCEEDED_FIELDS) {
      const told = tellAgreed(field, BRIEF, post)
      if (told !== null)
        expect(
          [told.zh, told.en].every((text) => text.length > 5),
          field,
        ).toBe(true)
    }
  })
})

describe('what a creator uploads', () => {
  const kinds = Object.entries(CREATOR_FILE_TYPES).flatMap(([kind, types]) =>
    types.flatMap(({ endings, starts, contentType }) => endings.map((ending) => ({ kind, ending, starts, contentType }))),
  )
  test.each(kinds)('$kind as .$ending is kept', ({ kind, ending, starts, contentType }) => {
    const bytes = Uint8Array.from(starts ?? [0x61, 0x2c, 0x62])
    const outcome = checkCreatorFile({ kind: kind as 'draft_image', name: `图.${ending.toUpperCase()}`, bytes })
    expect(outcome).toEqual({ ok: true, value: contentType })
  })

  const PNG = Uint8Array.from(CREATOR_FILE_TYPES.draft_image[0]?.starts ?? [])
  test.each([
    ['nothing', 'draft_image', 'a.png', new Uint8Array(), 'document.empty'],
    ['one byte too many', 'draft_image', 'a.png', new Uint8Array(LARGEST_CREATOR_FILE_BYTES + 1), 'document.too_large'],
    ['a picture that calls itself a table', 'numbers_export', 'a.csv', PNG.map((byte) => byte || 1).with(7, 0), 'document.wrong_type'],
    ['a table as picture', 'draft_image', 'a.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4]), 'document.wrong_type'],
    ['a page that calls itself a picture', 'draft_image', 'a.png', new TextEncoder().encode('<html>'), 'document.wrong_type'],
    ['a drawing that can hold a program', 'numbers_screenshot', 'a.svg', new TextEncoder().encode('<svg>'), 'document.wrong_type'],
  ] as const)('%s is refused', (_, kind, name, bytes, code) => expect(codeOf(checkCreatorFile({ kind, name, bytes }))).toBe(code))
})
