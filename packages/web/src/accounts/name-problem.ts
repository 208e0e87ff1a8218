// What the sender keeps of a failure, and the sentence that explains it; the first that fits.
const EXPLAINED = [
  [/^channel\.sealed$/, 'sealed'],
  [/^network\.private_address$/, 'private'],
  [/^network\.not_https$/, 'notHttps'],
  [/^network\.unknown_host$/, 'unknownHost'],
  [/^network\./, 'network'],
  [/^mail\.not_set_up$/, 'noMail'],
  [/^mail\./, 'mail'],
  [/^robot\.(93000|19001|19022|300005)$/, 'robotAddress'],
  [/^robot\.(19021|19024|310000)$/, 'robotSignature'],
  [/^robot\./, 'robot'],
  [/^http\.(404|410)$/, 'gone'],
  [/^http\./, 'http'],
] as const satisfies readonly (readonly [RegExp, string])[]
type Explained = (typeof EXPLAINED)[number][1] | 'other'

/** The key of the sentence that says why a message did not arrive, and what mends it. */
export function nameProblem(problem: string | null): `notifications.problem_${Explained}` {
  const found = EXPLAINED.find(([pattern]) => pattern.test(problem ?? ''))
  return `notifications.problem_${found?.[1] ?? 'other'}`
}
