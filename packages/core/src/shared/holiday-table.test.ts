import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, daySchema, HOLIDAYS, HOLIDAYS_KNOWN_TO, listHolidays } from './index.ts'

const tell = (from: string, to: string) => listHolidays(from, to).map(({ name, days }) => `${name.zh} ${days}`)

describe('the table of holidays', () => {
  test('holds days that exist, in order, none over another and none after its end', () => {
    for (const { from, to } of HOLIDAYS) {
      expect([daySchema.safeParse(from).success, daySchema.safeParse(to).success]).toEqual([true, true])
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0)
    }
    const clashes = HOLIDAYS.slice(1).filter(({ from }, at) => from <= (HOLIDAYS[at]?.to ?? ''))
    expect(clashes).toEqual([])
    expect(HOLIDAYS.every(({ to }) => to <= HOLIDAYS_KNOWN_TO)).toBe(true)
  })

  test('each covered year begins with New Year and has a Spring Festival and a National Day', () => {
    for (const year of ['2025', '2026']) {
      const ofYear = HOLIDAYS.filter(({ from }) => from.startsWith(year))
      expect(ofYear[0]?.from).toBe(`${year}-01-01`)
      for (const word of ['春节', '国庆']) expect(ofYear.some(({ name }) => name.zh.includes(word))).toBe(true)
    }
  })
})

describe('holidays of a span', () => {
  test.each([
    { why: 'a whole one', from: '2026-09-20', to: '2026-10-10', says: ['中秋节 3', '国庆节 7'] },
    { why: 'its first day alone', from: '2026-09-01', to: '2026-09-25', says: ['中秋节 1'] },
    { why: 'its last day alone', from: '2026-10-07', to: '2026-10-30', says: ['国庆节 1'] },
    { why: 'a span inside it', from: '2026-02-17', to: '2026-02-19', says: ['春节 3'] },
    { why: 'near miss: the day before', from: '2026-09-01', to: '2026-09-24', says: [] },
    { why: 'near miss: the day after', from: '2026-10-08', to: '2026-10-30', says: [] },
    { why: 'over the year’s end', from: '2025-12-20', to: '2026-01-02', says: ['元旦 2'] },
    { why: 'a span that ends before it begins', from: '2026-10-03', to: '2026-10-02', says: [] },
    { why: 'beyond the table', from: '2027-02-01', to: '2027-03-01', says: [] },
  ])('$why: $says', ({ from, to, says }) => expect(tell(from, to)).toEqual(says))

  test('two halves hold as many days as the whole', () => {
    const sum = (from: string, to: string) => listHolidays(from, to).reduce((total, { days }) => total + days, 0)
    for (let at = 0; at < 365; at += 7) {
      const middle = addDays('2026-01-01', at)
      expect(sum('2026-01-01', middle) + sum(addDays(middle, 1), '2026-12-31')).toBe(sum('2026-01-01', '2026-12-31'))
    }
  })
})
