import { isEmptyCell, readNumber } from './parse-number.ts'
import { readGenderShares, readShareAndCount, readShares } from './parse-shares.ts'
import { readTime } from './parse-time.ts'
import { isUnseen } from './record-view.ts'
import type { Target } from './source.ts'

/** What a glance at one cell tells: whether reading it notes nothing, and the number a formula would see (NaN: none). */
export interface GlancedCell {
  readonly isFine: boolean
  readonly value: number
  readonly isPercent: boolean
  /** Whether the report says something because of such a cell: the first of a column is read in full. */
  readonly tells: boolean
}

/** How cells of one column are glanced at. */
export interface CellCheck {
  /** Whether a plain number is fine; null for columns that hold other things. */
  readonly isFineNumber: ((value: number, isPercent: boolean) => boolean) | null
  readonly holdsPrices: boolean
  readonly glance: (text: string) => GlancedCell
}

const UNKNOWN = { value: Number.NaN, isPercent: false, tells: false }
const isWhole = (value: number) => Number.isSafeInteger(Math.round(value))
type NumberRule = NonNullable<CellCheck['isFineNumber']>

const anyNumber: NumberRule = () => true
const isCount: NumberRule = (value, isPercent) => value >= 0 && !isPercent && isWhole(value)
const isPrice: NumberRule = (value, isPercent) => value >= 0 && !isPercent && isWhole(value * 100)
// A number above 1 without a sign makes its column one of percent, and then it is one.
const isShare: NumberRule = (value, isPercent) => value >= 0 && value <= (isPercent ? 1 : 100)

interface NumberCheck {
  readonly rule: NumberRule
  readonly isSigned?: boolean | undefined
  readonly mayBeRange?: boolean
}

function checkNumber({ rule, isSigned = false, mayBeRange = true }: NumberCheck): CellCheck {
  return {
    isFineNumber: rule,
    holdsPrices: rule === isPrice,
    glance: (text) => {
      const read = readNumber(text)
      const value = read.kind === 'value' ? read : UNKNOWN
      const own = isSigned ? readNumber(text, { signed: true }) : read
      const isFine = own.kind === 'value' ? rule(own.value, own.isPercent) : own.kind === 'missing' || (own.kind === 'range' && mayBeRange)
      return { isFine, value: value.value, isPercent: value.isPercent, tells: rule === isPrice && value.value > 0 }
    },
  }
}

function checkText(isFine: (text: string) => boolean): CellCheck {
  return { isFineNumber: null, holdsPrices: false, glance: (text) => ({ ...UNKNOWN, isFine: isEmptyCell(text) || isFine(text) }) }
}

// That stamps had no zone is said once.
const checkTime = (isFine: (moment: string) => boolean): CellCheck => ({
  isFineNumber: null,
  holdsPrices: false,
  glance: (text) => {
    const read = readTime(text)
    if (read.kind !== 'moment') return { ...UNKNOWN, isFine: read.kind === 'missing' }
    return { ...UNKNOWN, isFine: isFine(read.moment), tells: read.zoneless }
  },
})

/** A number of which nobody but a formula asks. */
export const INPUT_CHECK: CellCheck = {
  isFineNumber: anyNumber,
  holdsPrices: false,
  glance: (text) => {
    const read = readNumber(text)
    return read.kind === 'value' ? { ...UNKNOWN, ...read, isFine: true } : { ...UNKNOWN, isFine: true }
  },
}

const NEVER = checkText(() => false)
const SHARE_CHECK = checkNumber({ rule: isShare, isSigned: true })

/**
 * How a column of this meaning is glanced at; null where any text is fine. What is not listed here is never fine unless empty. `unseenFrom`:
 * the first moment at which nothing can have been observed yet.
 */
export function checkOf(target: Target, unseenFrom: string | null): CellCheck | null {
  switch (target.to) {
    case 'identity':
    case 'profileUrl':
    case 'categories':
    case 'platform':
    case 'ecomLevel':
    case 'ownShop':
    case 'dropped':
      return null
    case 'followers':
      return checkNumber({ rule: isCount })
    case 'quote':
      return checkNumber({ rule: isPrice, mayBeRange: false })
    case 'gmvRange':
      return checkNumber({ rule: anyNumber })
    case 'rebate':
    case 'audienceShare':
      return SHARE_CHECK
    case 'metric':
      return checkMetric(target)
    case 'audienceText':
      return checkText((text) => (target.axis === 'gender' ? readGenderShares(text) : readShares(text)) !== null)
    case 'observedAt':
      return checkTime((moment) => !isUnseen(moment, { unseenFrom }))
    case 'validUntil':
      return checkTime(() => true)
    default:
      return NEVER
  }
}

function checkMetric(target: Extract<Target, { to: 'metric' }>): CellCheck {
  if (target.reads === 'shareAndCount') return checkText((text) => readShareAndCount(text) !== null)
  if (target.reads === 'percentText') return target.signed === true ? checkNumber({ rule: anyNumber, isSigned: true }) : SHARE_CHECK
  return checkNumber({ rule: anyNumber, isSigned: target.signed })
}
