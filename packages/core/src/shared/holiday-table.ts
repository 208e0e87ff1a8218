/**
 * Public holidays of China, first and last Shanghai day of each, as the State Council's notice of each year says
 * (国务院办公厅关于 N 年部分节假日安排的通知); every row was read against the reprint named at its year on 2026-11-27.
 */
export const HOLIDAYS = [
  // 2025: 国办发明电〔2024〕12号 of 2024-11-12, Xinhua of the same day as reprinted at wxredian.com/art?id=63e914e2d2b1c4a258e09fe1282edb17
  { name: { en: 'New Year', zh: '元旦' }, from: '2025-01-01', to: '2025-01-01' },
  { name: { en: 'Spring Festival', zh: '春节' }, from: '2025-01-28', to: '2025-02-04' },
  { name: { en: 'Qingming', zh: '清明节' }, from: '2025-04-04', to: '2025-04-06' },
  { name: { en: 'Labour Day', zh: '劳动节' }, from: '2025-05-01', to: '2025-05-05' },
  { name: { en: 'Dragon Boat Festival', zh: '端午节' }, from: '2025-05-31', to: '2025-06-02' },
  { name: { en: 'National Day and Mid-Autumn', zh: '国庆节、中秋节' }, from: '2025-10-01', to: '2025-10-08' },
  // 2026: notice of 2025-11-04, politics.gmw.cn/2025-11/04/content_38391083.htm
  { name: { en: 'New Year', zh: '元旦' }, from: '2026-01-01', to: '2026-01-03' },
  { name: { en: 'Spring Festival', zh: '春节' }, from: '2026-02-15', to: '2026-02-23' },
  { name: { en: 'Qingming', zh: '清明节' }, from: '2026-04-04', to: '2026-04-06' },
  { name: { en: 'Labour Day', zh: '劳动节' }, from: '2026-05-01', to: '2026-05-05' },
  { name: { en: 'Dragon Boat Festival', zh: '端午节' }, from: '2026-06-19', to: '2026-06-21' },
  { name: { en: 'Mid-Autumn', zh: '中秋节' }, from: '2026-09-25', to: '2026-09-27' },
  { name: { en: 'National Day', zh: '国庆节' }, from: '2026-10-01', to: '2026-10-07' },
] as const

/** Days of weekends that are worked in place of a holiday (调休上班), as the same notices say. */
export const MAKE_UP_DAYS: readonly string[] = [
  // 2025: reprint of Xinhua at wxredian.com/art?id=63e914e2d2b1c4a258e09fe1282edb17
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  // 2026: politics.gmw.cn/2025-11/04/content_38391083.htm
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
]

/** The last day that the table covers: the notice of the next year comes in November, and that of 2027 was not to be found on 2026-11-27. */
export const HOLIDAYS_KNOWN_TO = '2026-12-31'

/** The holidays that touch a span of Shanghai days, both ends included, each with how many of its days lie in it. */
export function listHolidays(from: string, to: string): { name: { readonly en: string; readonly zh: string }; days: number }[] {
  if (from > to) return []
  return HOLIDAYS.filter((holiday) => holiday.from <= to && holiday.to >= from).map((holiday) => {
    const first = holiday.from > from ? holiday.from : from
    const last = holiday.to < to ? holiday.to : to
    return { name: holiday.name, days: Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1 }
  })
}
