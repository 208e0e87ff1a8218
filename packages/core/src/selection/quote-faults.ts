import type { Quote } from '../creators/index.ts'
import { formatFen, formatShare, say, type Localized } from '../shared/index.ts'

/** What may be wrong with a quote as it was read or typed. */
export const QUOTE_FAULTS = ['notANumber', 'negative', 'rebateOverAll', 'feeOverAll', 'netAboveList', 'netDiffers'] as const
/** One of QUOTE_FAULTS. */
export type QuoteFaultCode = (typeof QUOTE_FAULTS)[number]

/** A fault told. `isFatal`: the quote is kept as it came and never reckoned with. */
export interface QuoteFault {
  readonly code: QuoteFaultCode
  readonly isFatal: boolean
  readonly because: Localized
  readonly fix: Localized
}

const SUMS = ['listFen', 'netFen', 'taxFen', 'slotFeeFen', 'perThousandPlaysFen'] as const
const SHARES = ['rebate', 'platformFee', 'commissionShare'] as const

const NAMES: Readonly<Record<(typeof SUMS)[number] | (typeof SHARES)[number], Localized>> = {
  listFen: say('list price', '刊例价'),
  netFen: say('net price', '净价'),
  taxFen: say('tax', '税费'),
  slotFeeFen: say('slot fee', '坑位费'),
  perThousandPlaysFen: say('price per thousand plays', '千次播放价'),
  rebate: say('rebate', '返点'),
  platformFee: say('platform fee', '平台服务费'),
  commissionShare: say('commission', '佣金'),
}

const ASK = say('Ask for the quote again and enter it.', '请重新询价并录入。')
/** Rounding to whole yuan makes net and rebate differ a little. */
const TOLERATED = 0.01

/** Whether a quote may be reckoned with at all: no sum below nought, no share outside 0–1, every number a number. */
export function isSound(quote: Quote): boolean {
  return SUMS.every((part) => isWithin(quote[part], Infinity)) && SHARES.every((part) => isWithin(quote[part], 1))
}

const isWithin = (value: number | null, most: number) => value === null || (Number.isFinite(value) && value >= 0 && value <= most)

/** Everything that is wrong with a quote, each with what to do; empty where nothing is. */
export function findQuoteFaults(quote: Quote): QuoteFault[] {
  const broken = [...SUMS, ...SHARES].flatMap((part) => {
    const value = quote[part]
    if (value === null) return []
    if (!Number.isFinite(value)) return [tell('notANumber', say(`The ${NAMES[part].en} is no number.`, `${NAMES[part].zh}不是数字。`))]
    return value < 0 ? [tell('negative', say(`The ${NAMES[part].en} is below nought.`, `${NAMES[part].zh}为负数。`))] : []
  })
  return [...broken, ...findShareFaults(quote), ...findNetFaults(quote)]
}

function tell(code: QuoteFaultCode, because: Localized, isFatal = true): QuoteFault {
  return { code, isFatal, because, fix: ASK }
}

function findShareFaults({ rebate, platformFee, commissionShare }: Quote): QuoteFault[] {
  const over = (share: number | null): share is number => share !== null && Number.isFinite(share) && share > 1
  const told = (share: number, name: Localized) =>
    say(`The ${name.en} is ${formatShare(share, 'en')}, more than the whole price.`, `${name.zh}为 ${formatShare(share, 'zh')}，超过全价。`)
  return [
    ...(over(rebate) ? [tell('rebateOverAll', told(rebate, NAMES.rebate))] : []),
    ...(over(platformFee) ? [tell('feeOverAll', told(platformFee, NAMES.platformFee))] : []),
    ...(over(commissionShare) ? [tell('feeOverAll', told(commissionShare, NAMES.commissionShare))] : []),
  ]
}

function findNetFaults({ listFen, netFen, rebate }: Quote): QuoteFault[] {
  if (listFen === null || netFen === null || !(listFen > 0) || !(netFen >= 0)) return []
  const sums = { en: [formatFen(netFen, 'en'), formatFen(listFen, 'en')], zh: [formatFen(netFen, 'zh'), formatFen(listFen, 'zh')] }
  if (netFen > listFen)
    return [
      tell(
        'netAboveList',
        say(`The net price ${sums.en[0]} lies above the list price ${sums.en[1]}.`, `净价 ${sums.zh[0]} 高于刊例价 ${sums.zh[1]}。`),
        false,
      ),
    ]
  if (rebate === null || !(rebate >= 0 && rebate <= 1) || Math.abs(listFen * (1 - rebate) - netFen) <= TOLERATED * listFen) return []
  const real = 1 - netFen / listFen
  return [
    tell(
      'netDiffers',
      say(
        `The net price ${sums.en[0]} makes a rebate of ${formatShare(real, 'en')}, the quote says ${formatShare(rebate, 'en')}; the net price counts.`,
        `按净价 ${sums.zh[0]} 推算返点为 ${formatShare(real, 'zh')}，报价写明 ${formatShare(rebate, 'zh')}；以净价为准。`,
      ),
      false,
    ),
  ]
}
