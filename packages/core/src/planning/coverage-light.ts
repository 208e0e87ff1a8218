import { formatShare, say, type Language, type Localized } from '../shared/index.ts'
import { drawUniform } from './seeded-draws.ts'

/** Colours of a back-test: green as good as it says, amber look twice, red do not rely on it. */
export const LIGHTS = ['green', 'amber', 'red'] as const
/** One of LIGHTS. */
export type Light = (typeof LIGHTS)[number]

/** How often ranges held, with a cluster-bootstrap 95 % interval (creators as clusters); where all or none held, the exact one. */
export interface Coverage {
  readonly nominal: number
  readonly observed: number
  readonly low: number
  readonly high: number
  readonly light: Light
}

/** Fewer creators than this cannot tell 80 % from 60 %: the interval is 35 points wide. */
const LEAST_TELLING = 20

/** So far from what was promised is worth a look even where chance explains it [A]. */
const FAR = 0.05

interface Seen extends Omit<Coverage, 'light'> {
  readonly creators: number
}

/** The first line that applies decides; the limits stand in this table. */
const LIGHT_TABLE: readonly { readonly light: Light; readonly because: Localized; readonly applies: (seen: Seen) => boolean }[] = [
  {
    light: 'red',
    because: say('even the upper end lies below what was promised', '区间上限仍低于承诺水平'),
    applies: ({ high, nominal }) => high < nominal,
  },
  {
    light: 'amber',
    because: say('wider than promised, beyond chance', '区间过宽，超出偶然误差'),
    applies: ({ low, nominal }) => low > nominal,
  },
  {
    light: 'amber',
    because: say(`fewer than ${LEAST_TELLING} creators cannot tell`, `达人不足 ${LEAST_TELLING} 位，无法判断`),
    applies: ({ creators }) => creators < LEAST_TELLING,
  },
  {
    light: 'amber',
    because: say('further than five points off', '偏差超过 5 个百分点'),
    applies: ({ observed, nominal }) => Math.abs(observed - nominal) > FAR,
  },
  { light: 'green', because: say('as good as it says', '与承诺相符'), applies: () => true },
]

const judgeCoverage = (seen: Seen) => LIGHT_TABLE.find(({ applies }) => applies(seen))

/** Colour of a coverage. */
export function chooseLight(seen: Seen): Light {
  return judgeCoverage(seen)?.light ?? 'red'
}

/** One sentence for each range that is not green, the worst first: which, what was wanted, what held with its interval, and why that is not enough. */
export function explainLight(rows: readonly Coverage[], creators: number): Localized[] {
  return rows
    .filter(({ light }) => light !== 'green')
    .toSorted((a, b) => LIGHTS.indexOf(b.light) - LIGHTS.indexOf(a.light))
    .map((row) => {
      const tell = (language: Language) => {
        const [nominal, observed, low, high] = [row.nominal, row.observed, row.low, row.high].map((share) => formatShare(share, language))
        const because = judgeCoverage({ ...row, creators })?.because[language] ?? ''
        return { nominal, observed, range: `${low}–${high}`, because }
      }
      const [en, zh] = [tell('en'), tell('zh')]
      return say(
        `The ${en.nominal} range held ${en.observed} (95 % interval ${en.range}) where ${en.nominal} was wanted: ${en.because}.`,
        `${zh.nominal} 区间应命中 ${zh.nominal}，实际命中 ${zh.observed}（95% 置信区间 ${zh.range}）：${zh.because}。`,
      )
    })
}

/** The light over several ranges is the worst of theirs: none of them may be hidden behind a better one. */
export function worstLight(rows: readonly Pick<Coverage, 'light'>[]): Light {
  return LIGHTS.findLast((light) => rows.some((row) => row.light === light)) ?? 'red'
}

const RESAMPLES = 500

/**
 * 95 % interval of a statistic of creators, by drawing as many of them again and again (seeded).
 * @param statistic of the rows with these indices
 */
export function bootstrap(
  count: number,
  statistic: (rows: Int32Array) => number,
  seed: number,
): { readonly low: number; readonly high: number; readonly error: number } {
  const uniform = drawUniform(seed)
  const rows = new Int32Array(count)
  const found = Array.from({ length: RESAMPLES }, () => {
    for (let at = 0; at < count; at += 1) rows[at] = Math.floor(uniform() * count)
    return statistic(rows)
  }).sort((a, b) => a - b)
  const middle = found.reduce((sum, value) => sum + value, 0) / RESAMPLES
  const error = Math.sqrt(found.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (RESAMPLES - 1))
  return { low: found[Math.floor(0.025 * RESAMPLES)] ?? 0, high: found[Math.floor(0.975 * RESAMPLES)] ?? 0, error }
}

/**
 * Where all held, or none, drawing them again shows nothing else and would call two of two certain: the exact 95 % interval of so many
 * of a kind (Clopper–Pearson). Null: some held and some did not.
 */
function exactEnds(observed: number, count: number): { readonly low: number; readonly high: number } | null {
  const tail = 0.025 ** (1 / count)
  if (observed === 1) return { low: tail, high: 1 }
  return observed === 0 ? { low: 0, high: 1 - tail } : null
}

/** How often ranges held: `hits` has one true or false per creator. */
export function measureCoverage(hits: readonly boolean[], nominal: number, seed: number): Coverage {
  const observed = hits.filter(Boolean).length / hits.length
  const share = (rows: Int32Array) => rows.reduce((sum, row) => sum + Number(hits[row] ?? false), 0) / hits.length
  const { low, high } = exactEnds(observed, hits.length) ?? bootstrap(hits.length, share, seed)
  return { nominal, observed, low, high, light: chooseLight({ nominal, observed, low, high, creators: hits.length }) }
}
