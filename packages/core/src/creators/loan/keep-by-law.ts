// 电子商务法 Art. 31, 互联网广告管理办法 Art. 14: three years from the end of the transaction or publication.
const KEPT_YEARS = 3

/** A cooperation as far as the law's clock is concerned. Shanghai days; `publishedOn` null: not published. */
export interface KeptCooperation {
  readonly contractedOn: string
  readonly publishedOn: string | null
}

function addYears(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return moved.endsWith('-02-29') && Number(moved.slice(0, 4)) % 4 !== 0 ? moved.replace('-02-29', '-03-01') : moved
}

/** The last day on which contracts, drafts and labels have to be kept; null when there is nothing to keep any more. */
export function lockEnd(cooperations: readonly KeptCooperation[], today: string): string | null {
  const ends = cooperations.map(({ contractedOn, publishedOn }) =>
    addYears([contractedOn, publishedOn ?? ''].sort().at(-1) ?? '', KEPT_YEARS),
  )
  const last = ends.sort().at(-1)
  return last === undefined || last < today ? null : last
}

/** Whether a clock that ends on this day has ended: the day itself still counts. */
export function hasEnded(until: string | null, today: string): boolean {
  return until !== null && until < today
}

/**
 * Whether a loan asks for the erasure of the account it was entered for: its clock has ended, and no person ended it before. A person put
 * together from accounts with different loans is erased account by account: a basis covers what it was given for and nothing else.
 */
export function isDue(loan: { readonly until: string | null; readonly ended: object | null } | null, today: string): boolean {
  return loan !== null && loan.ended === null && hasEnded(loan.until, today)
}
