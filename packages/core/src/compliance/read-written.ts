import { originalSpan, type Folded } from './fold.ts'

/** Where a number stands in the folded text. */
interface Place {
  readonly start: number
  readonly end: number
}

/**
 * The number as it was written at a place of the folded text. Folding drops points and dashes, so 1.5 reads 15 and 1-3 reads 13
 * there; a range counts by its first number.
 */
export function readWritten(folded: Folded, original: string, { start, end }: Place): number | null {
  const span = originalSpan(folded, start, end)
  const written = original.slice(span.start, span.end).replace(/[０-９．]/g, (sign) => sign.normalize('NFKC'))
  const found = /^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?=[^0-9]|$)/.exec(written)
  return found === null ? null : Number(found[0].replaceAll(',', ''))
}
