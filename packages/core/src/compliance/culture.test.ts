import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testRule } from '../../test/compliance/rule-tester.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { addDays } from '../shared/index.ts'
import { expandTerm } from './find-terms.ts'
import { lint, rulesInForce } from './index.ts'

const rulebook = openShippedRulebook()
const pack = rulebook.entries.filter(({ id }) => id.startsWith('culture.'))
const DAYS = { '07-07': 'culture.day-0707', '09-18': 'culture.day-0918', '12-13': 'culture.day-1213', '05-12': 'culture.day-0512' }
const firedOn = (publishAt: string, text: string) =>
  lint({ id: 'd', text, publishAt }, rulebook, { at: '2026-11-22' }).findings.map(({ ruleId }) => ruleId)

describe('the culture pack', () => {
  test('is on by default, and asks a person instead of deciding', () => {
    const inForce = new Set(rulesInForce(rulebook, '2026-11-22').map(({ id }) => id))
    const rules = pack.filter(({ kind }) => kind === 'rule')
    expect(rules.length).toBeGreaterThanOrEqual(25)
    for (const { id, outcome } of rules) {
      expect(outcome).toBe('review')
      expect(inForce).toContain(id)
    }
  })

  test.each(pack.map((entry) => [entry.id, entry] as const))('%s names a source, and says when nobody has read one', (_id, entry) => {
    const { title, readKind, checkedOn, confidence } = entry.source
    expect(title).not.toBe('')
    expect(checkedOn === null).toBe(readKind === 'none')
    if (readKind === 'none') expect(confidence).toBe('memory')
  })

  const joy = rulebook.words.find(({ id }) => id === 'joy')?.terms.flatMap(expandTerm) ?? []
  test('a celebration is asked about on the day of mourning and on no other', () => {
    const day = fc.integer({ min: 0, max: 4 * 365 }).map((days) => addDays('2024-01-01', days))
    fc.assert(
      fc.property(day, fc.constantFrom(...joy), (publishAt, word) => {
        const fired = firedOn(publishAt, `今晚${word}`)
        for (const [monthDay, id] of Object.entries(DAYS)) {
          // All four had begun before the first day drawn.
          expect(fired.includes(id)).toBe(publishAt.endsWith(monthDay))
        }
      }),
      { numRuns: 300 },
    )
    for (const [monthDay, id] of Object.entries(DAYS)) {
      expect(firedOn(`2026-${monthDay}`, '今晚狂欢')).toContain(id)
      expect(firedOn(addDays(`2026-${monthDay}`, 1), '今晚狂欢')).not.toContain(id)
    }
  })

  test('an ordinary post passes on a day of mourning', () => {
    for (const monthDay of Object.keys(DAYS)) expect(firedOn(`2026-${monthDay}`, '今天试了新的保湿面霜，肤感清爽。')).toEqual([])
  })
})

testRule(rulebook, 'culture.map', {
  pass: [
    { text: '中国地图海报，审图号GS(2026)0000号。', why: 'the number stands there' },
    { text: '在世界地图上找找我的家。', why: 'nothing printed or sold' },
  ],
  flag: ['世界地图抱枕下单', { text: '封面用中国地图', spans: ['中国地图'] }],
})

testRule(rulebook, 'culture.territory', {
  pass: [
    { text: '香港、台湾等地区发货。', why: 'regions' },
    { text: '港澳台及海外地区。', why: 'regions' },
    { text: '在集中港口装船。', why: '中港 inside other words' },
  ],
  flag: ['台湾等国家', '中国和香港的价格', { text: '出国去澳门', spans: ['出国去澳门'] }],
})

testRule(rulebook, 'culture.number', {
  pass: [
    { text: '9.18日上架新品。', why: 'a day, no name of a sale' },
    { text: '双11大促。', why: 'another day' },
    { text: '共77件商品参加特惠。', why: 'a count' },
  ],
  flag: ['九一八狂欢', '到手价918元'],
})

testRule(rulebook, 'culture.gifts', {
  pass: [
    { text: '送礼物给长辈。', why: 'no clock' },
    { text: '闹钟自用。', why: 'own use' },
  ],
  flag: ['过年送挂钟'],
})

testRule(rulebook, 'culture.halal', {
  pass: [
    { text: '清真牛肉面。', why: 'beef' },
    { text: '清真厨房禁猪肉。', why: 'it says so itself' },
  ],
  flag: ['清真月饼含猪油'],
})

testRule(rulebook, 'culture.qingming', {
  pass: [
    { text: '清明出游，青团上新。', why: 'spring' },
    { text: '祝大家生活快乐！清明放假三天。', why: 'another sentence' },
  ],
  flag: ['清明节快乐'],
})
