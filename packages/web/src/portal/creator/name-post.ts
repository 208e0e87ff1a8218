import type { Deliverable } from '@kolibra/core/content'
import { FORMAT_NAMES_ZH, nameZh, PLATFORM_NAMES_ZH, shanghaiClock } from '@kolibra/core/shared'
import type { PageLanguage } from './use-words.ts'

/** A platform as the reader calls it. */
export function namePlatform(platform: string, language: PageLanguage): string {
  return language === 'en' ? platform : nameZh(PLATFORM_NAMES_ZH, platform)
}

/** A form of post as the reader calls it. */
export function nameFormat(format: string, language: PageLanguage): string {
  return language === 'en' ? format.split('_').join(' ') : nameZh(FORMAT_NAMES_ZH, format)
}

/** Platform and format as the reader calls them. */
export function namePost({ platform, format }: Pick<Deliverable, 'platform' | 'format'>, language: PageLanguage): string {
  return `${namePlatform(platform, language)} · ${nameFormat(format, language)}`
}

/** A due moment or day in the reader's words. */
export function nameDue(due: string, language: PageLanguage): string {
  const clock = shanghaiClock(due)
  const [day = '', time] = clock.split(' ')
  const [, month, date] = day.split('-').map(Number)
  if (language === 'zh') return `${month}月${date}日${time === undefined ? '' : ` ${time}`} 前`
  return `by ${clock}${time === undefined ? '' : ' Beijing time'}`
}

/** A wall-clock time of Beijing (`2026-12-05T20:00`) as a moment; null when it is none. */
export function momentOf(wallClock: string): string | null {
  const epochMs = Date.parse(`${wallClock}:00+08:00`)
  return wallClock.length === 16 && !Number.isNaN(epochMs) ? new Date(epochMs).toISOString() : null
}

/** A moment (epoch ms) as a wall clock of Beijing that a date field takes. */
export function wallClockOf(epochMs: number): string {
  return shanghaiClock(new Date(epochMs).toISOString()).replace(' ', 'T')
}
