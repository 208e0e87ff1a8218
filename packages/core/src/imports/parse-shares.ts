import { cleanText, isEmptyCell, readNumber } from './parse-number.ts'

/** Reads `上海|17.4% 北京|15.2%`, `18-24:40.1%,25-34:30%` into shares 0–1; null when the cell holds none. */
export function readShares(cell: unknown): Readonly<Record<string, number>> | null {
  if (isEmptyCell(cell)) return null
  const found = [...cleanText(cell).matchAll(/([^\s|:：,，;；、]+)\s*[|:：]\s*(\d+(?:\.\d+)?)%/g)]
  const shares = found.map(([, name = '', percent]) => [name, Number((Number(percent) / 100).toPrecision(12))] as const)
  if (shares.length === 0 || shares.some(([, share]) => share > 1)) return null
  return Object.fromEntries(shares)
}

/** Reads `42.64% | 192745` (either half may be missing): a share 0–1 and the count behind it. */
export function readShareAndCount(cell: unknown): { share: number | null; count: number | null } | null {
  if (isEmptyCell(cell)) return { share: null, count: null }
  const parts = cleanText(cell)
    .split('|')
    .map((part) => readNumber(part))
  if (parts.length > 2 || parts.some(({ kind }) => kind === 'unparsable' || kind === 'range')) return null
  const values = parts.flatMap((part) => (part.kind === 'value' ? [part] : []))
  return {
    share: values.find(({ isPercent }) => isPercent)?.value ?? null,
    count: values.find(({ isPercent }) => !isPercent)?.value ?? null,
  }
}

/** Reads `女 82.1% 男 17.9%`, `17.9%/82.1%` (men first, as the header 粉丝男/女 says) into shares; null when it says neither. */
export function readGenderShares(cell: unknown): Readonly<Record<string, number>> | null {
  const named = readShares(cleanText(cell).replace(/([男女])(?:性)?\s*[|:：]?\s*/g, '$1|'))
  if (named !== null) return renameGenders(named)
  const [men, women, ...rest] = cleanText(cell)
    .split(/[/|]/)
    .map((part) => readNumber(part))
  if (rest.length > 0 || men?.kind !== 'value' || women?.kind !== 'value' || !men.isPercent || !women.isPercent) return null
  return { male: men.value, female: women.value }
}

function renameGenders(shares: Readonly<Record<string, number>>): Record<string, number> | null {
  const male = shares['男']
  const female = shares['女']
  if (male === undefined && female === undefined) return null
  return { ...(male === undefined ? {} : { male }), ...(female === undefined ? {} : { female }) }
}
