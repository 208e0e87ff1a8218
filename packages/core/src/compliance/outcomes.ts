/** From worst to least; info is a note or an exemption. */
export const OUTCOMES = ['block', 'error', 'warn', 'review', 'info'] as const
/** One of OUTCOMES. */
export type LintOutcome = (typeof OUTCOMES)[number]

/** The worst outcome of a draft; info counts as pass. */
export const VERDICTS = ['block', 'error', 'warn', 'review', 'pass'] as const
/** One of VERDICTS. */
export type Verdict = (typeof VERDICTS)[number]

/** Ranks outcomes: block is worst, info is least. */
export function isWorse(outcome: LintOutcome, than: LintOutcome): boolean {
  return OUTCOMES.indexOf(outcome) < OUTCOMES.indexOf(than)
}
