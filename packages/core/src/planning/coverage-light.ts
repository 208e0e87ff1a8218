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
const LIGHT_TABLE: readonly { readonly light: Light; readonly when: string; readonly applies: (seen: Seen) => boolean }[] = [
  { light: 'red', when: 'even the upper end of the interval lies below what was promised', applies: ({ high, nominal }) => high < nominal },
  { light: 'amber', when: 'wider than promised beyond chance', applies: ({ low, nominal }) => low > nominal },
  { light: 'amber', when: 'too few creators to tell', applies: ({ creators }) => creators < LEAST_TELLING },
  { light: 'amber', when: 'further than five points off', applies: ({ observed, nominal }) => Math.abs(observed - nominal) > FAR },
  { light: 'green', when: 'as good as it says', applies: () => true },
]

/** Colour of a coverage. */
export function chooseLight(seen: Seen): Light {
  return LIGHT_TABLE.find(({ applies }) => applies(seen))?.light ?? 'red'
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
