import { nameFormat } from '../creators/index.ts'
import type { Forecast } from '../planning/index.ts'
import { formatShare, joinReasons, say, splitReasons } from '../shared/index.ts'
import { FORMAT_VIEWS } from './assumption-table.ts'

/** A forecast of the next post as one of that format. Posts are not known by format, so it is the usual one times what the format brings of it [A]. */
export function forecastFormat(forecast: Forecast, format: string): Forecast {
  const part = (Object.hasOwn(FORMAT_VIEWS, format) ? FORMAT_VIEWS[format] : undefined) ?? 1
  if (part === 1) return forecast
  const { p025, p05, p10, p25, p50, p75, p90, p95, p975, mean } = forecast
  const scaled = { p025, p05, p10, p25, p50, p75, p90, p95, p975, mean }
  const { en, zh } = nameFormat(format)
  return {
    ...forecast,
    ...Object.fromEntries(Object.entries(scaled).map(([level, value]) => [level, value * part])),
    ...splitReasons([
      ...joinReasons(forecast),
      say(
        `As ${en} it is taken to bring ${formatShare(part, 'en')} of a usual post [A].`,
        `以「${en === zh ? format : zh}」形式发布，按常规作品的 ${formatShare(part, 'zh')} 计 [A]。`,
      ),
    ]),
  }
}
