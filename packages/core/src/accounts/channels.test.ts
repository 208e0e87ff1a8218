import { assert, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNEL_KINDS, fitText, isNoticeEvent, LARGEST_TEXT_BYTES, nextTry, NOTICE_EVENTS, readAnswer, RETRY_MINUTES } from './index.ts'

const NOW = '2026-11-22T04:00:00.000Z'
const sizeOf = (text: string) => new TextEncoder().encode(text).length

describe('further tries', () => {
  test.each([
    [1, '2026-11-22T04:01:00.000Z'],
    [2, '2026-11-22T04:05:00.000Z'],
    [5, '2026-11-22T16:00:00.000Z'],
    [6, null],
  ])('after %i: %s', (attempts, at) => expect(nextTry(attempts, NOW)).toBe(at))

  test('lie further apart each time', () => {
    expect(RETRY_MINUTES).toEqual(RETRY_MINUTES.toSorted((one, other) => one - other))
  })
})

describe('an answer', () => {
  test.each([
    ['webhook', 204, '', { state: 'sent' }],
    ['webhook', 301, '', { state: 'dead', problem: 'http.301' }],
    ['webhook', 404, '', { state: 'dead', problem: 'http.404' }],
    ['webhook', 429, '', { state: 'retry', problem: 'http.429' }],
    ['webhook', 503, '', { state: 'retry', problem: 'http.503' }],
    ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', { state: 'sent' }],
    ['wecom', 200, '{"errcode":45009,"errmsg":"api freq out of limit"}', { state: 'retry', problem: 'robot.45009' }],
    ['wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}', { state: 'dead', problem: 'robot.93000' }],
    ['feishu', 200, '{"code":0,"msg":"success"}', { state: 'sent' }],
    ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', { state: 'dead', problem: 'robot.19021' }],
    ['feishu', 200, '{"code":11232,"msg":"frequency limited"}', { state: 'retry', problem: 'robot.11232' }],
    ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', { state: 'dead', problem: 'robot.310000' }],
    ['dingtalk', 200, '{"errcode":130101,"errmsg":"send too fast"}', { state: 'retry', problem: 'robot.130101' }],
    ['dingtalk', 200, '<html>', { state: 'retry', problem: 'robot.unreadable' }],
    ['dingtalk', 200, 'null', { state: 'retry', problem: 'robot.unreadable' }],
    ['wecom', 200, '{}', { state: 'retry', problem: 'robot.unreadable' }],
  ] as const)('of %s with %i %s', (kind, status, body, told) => expect(readAnswer(kind, { status, body })).toEqual(told))
})

describe('a text that has to fit', () => {
  test.each([
    ['通过', 6, '通过'],
    ['通过了', 8, '通…'],
    ['abcd', 4, 'abcd'],
    ['abcde', 4, 'a…'],
    ['😀😀', 7, '😀…'],
  ])('%s in %i bytes: %s', (text, bytes, fitted) => expect(fitText(text, bytes)).toBe(fitted))

  test('never exceeds its bytes and begins as it was', () => {
    assert(
      property(string({ unit: 'grapheme' }), integer({ min: 3, max: 60 }), (text, bytes) => {
        const fitted = fitText(text, bytes)
        expect(sizeOf(fitted)).toBeLessThanOrEqual(bytes)
        expect(text.startsWith(fitted.replace(/…$/, ''))).toBe(true)
      }),
    )
  })

  test.each([
    ['draft.submitted', true],
    ['creator.added', false],
    ['toString', false],
  ])('%s is told of: %s', (name, isTold) => expect(isNoticeEvent(name)).toBe(isTold))

  test('every kind has its limit, and every event its words in both languages', () => {
    expect(CHANNEL_KINDS.filter((kind) => LARGEST_TEXT_BYTES[kind] < 2000)).toEqual([])
    for (const { en, zh } of Object.values(NOTICE_EVENTS)) expect([en.endsWith('.'), zh.endsWith('。')]).toEqual([true, true])
  })
})
