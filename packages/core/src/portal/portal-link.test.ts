import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  admitLink,
  askForCode,
  checkCode,
  checkLinkDay,
  CODE_POLICY,
  lastLinkDay,
  nameDevice,
  opensHereOnly,
  stateOfLink,
} from './index.ts'

const NOW = '2026-11-22T04:00:00.000Z'
const codeOf = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) => outcome.refusals?.[0]?.code ?? 'ok'

describe('a link', () => {
  test.each([
    ['before its end', { expiresAt: '2026-11-22T04:00:00.001Z', revokedAt: null }, 'live', 'ok'],
    ['at its end', { expiresAt: NOW, revokedAt: null }, 'expired', 'portal.link_ended'],
    ['after its end', { expiresAt: '2026-11-21T00:00:00.000Z', revokedAt: null }, 'expired', 'portal.link_ended'],
    ['taken back in time', { expiresAt: '2027-11-22T00:00:00.000Z', revokedAt: NOW }, 'revoked', 'portal.link_ended'],
    ['taken back and over', { expiresAt: '2026-11-01T00:00:00.000Z', revokedAt: NOW }, 'revoked', 'portal.link_ended'],
  ] as const)('%s', (_, link, state, code) => {
    expect(stateOfLink(link, NOW)).toBe(state)
    expect(codeOf(admitLink(link, NOW))).toBe(code)
  })

  test('that never was is told from one that ended', () => expect(codeOf(admitLink(null, NOW))).toBe('portal.link_unknown'))

  test('lasts 60 days beyond the campaign, and beyond today when the campaign is over', () => {
    expect(lastLinkDay('2026-12-31', '2026-11-22')).toBe('2027-03-01')
    expect(lastLinkDay('2026-01-31', '2026-11-22')).toBe('2027-01-21')
  })

  test.each([
    ['today', '2026-11-22', 'ok'],
    ['yesterday', '2026-11-21', 'portal.link_term'],
    ['the farthest day', '2027-12-27', 'ok'],
    ['one day farther', '2027-12-28', 'portal.link_term'],
  ])('may end %s or not', (_, until, code) => expect(codeOf(checkLinkDay(until, '2026-11-22'))).toBe(code))

  test.each([
    ['http://127.0.0.1:4700', true],
    ['http://localhost:4700', true],
    ['http://localhost', true],
    ['http://[::1]:4700', true],
    ['https://kol.example.com', false],
    ['http://192.168.1.20:4700', false],
    ['https://localhost.example.com', false],
  ])('%s opens on this machine only: %s', (url, local) => expect(opensHereOnly(url)).toBe(local))
})

describe('the code of a second device', () => {
  const minutesAgo = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString()

  test('holds ten minutes', () => expect(askForCode([], NOW)).toEqual({ ok: true, value: { expiresAt: '2026-11-22T04:10:00.000Z' } }))

  test('a sixth within the hour is refused, with the moment from which one may ask again', () => {
    const asked = [50, 40, 30, 20, 10].map(minutesAgo)
    expect(askForCode(asked, NOW)).toMatchObject({ refusals: [{ code: 'portal.too_many_codes', again: '2026-11-22T04:10:00.000Z' }] })
    expect(askForCode([60, 40, 30, 20, 10].map(minutesAgo), NOW).ok).toBe(true)
  })

  test.each([
    ['the right one', { code: '012345', expiresAt: minutesAgo(-1), triesLeft: 1 }, '012345', 'ok'],
    ['without its leading zero', { code: '012345', expiresAt: minutesAgo(-1), triesLeft: 5 }, '12345', 'portal.code_wrong'],
    ['too late', { code: '012345', expiresAt: NOW, triesLeft: 5 }, '012345', 'portal.code_ended'],
    ['after all tries', { code: '012345', expiresAt: minutesAgo(-1), triesLeft: 0 }, '012345', 'portal.code_ended'],
    ['never asked for', null, '012345', 'portal.code_ended'],
  ])('%s', (_, asked, typed, code) => expect(codeOf(checkCode(asked, typed, NOW))).toBe(code))

  test('a wrong one tells how many tries are left after it', () =>
    expect(checkCode({ code: '111111', expiresAt: minutesAgo(-1), triesLeft: 3 }, '2', NOW)).toMatchObject({
      refusals: [{ triesLeft: 2 }],
    }))

  test('however often and whenever one asks, never more than five codes within an hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1200 }), { maxLength: 60 }), (minutes) => {
        const start = Date.parse(NOW)
        const given: string[] = []
        for (const minute of minutes.toSorted((a, b) => a - b)) {
          const moment = new Date(start + minute * 60_000).toISOString()
          if (askForCode(given, moment).ok) given.push(moment)
        }
        for (const moment of given) {
          const within = given.filter((each) => each <= moment && Date.parse(each) > Date.parse(moment) - 3_600_000)
          expect(within.length).toBeLessThanOrEqual(CODE_POLICY.perHour)
        }
      }),
    )
  })
})

describe('the name of a device', () => {
  test.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50', 'iPhone · WeChat'],
    ['Mozilla/5.0 (Linux; Android 10; V1) AppleWebKit/537.36 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0', 'Android · WeChat'],
    ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 ArkWeb/4', 'HarmonyOS · Chrome'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0', 'Windows · Edge'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 Version/17 Safari/605.1.15', 'Mac · Safari'],
    ['curl/8.0', null],
    ['', null],
  ])('%s', (agent, name) => expect(nameDevice(agent)).toBe(name))
})
