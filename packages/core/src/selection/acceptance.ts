import { newestMetric, type Account } from '../creators/index.ts'
import { formatExact, formatShare, nameZh, say, TYPE_NAMES_ZH, type CreatorType, type Localized } from '../shared/index.ts'
import { ACCEPTANCE, ASSUMPTIONS } from './assumption-table.ts'
import type { Acceptance } from './plan-parts-schema.ts'

/** What a creator answered to our own invitations so far. */
export interface OwnAnswers {
  readonly invited: number
  readonly accepted: number
}

/** What is known beside the account: answers to us by creator id, creators who said yes to this plan, the campaign's own table. */
export interface AcceptanceFacts {
  readonly history?: ReadonlyMap<string, OwnAnswers> | undefined
  readonly accepted?: readonly string[] | undefined
  readonly byType?: Partial<Record<CreatorType, number>> | null | undefined
}

/** The chance that a creator says yes: own history with us, else the 48-hour response rate, else the table by type [A]. */
export function acceptanceOf(account: Account, type: CreatorType | null, facts: AcceptanceFacts = {}): Acceptance {
  if (facts.accepted?.includes(account.accountId) === true) return { p: 1, basis: 'answered', n: null, because: SAID_YES }
  const usual = usualFor(type, facts)
  const own = facts.history?.get(account.accountId)
  if (own !== undefined && own.invited > 0) return weighOwn(own, usual)
  const answered = responseRateOf(account)
  if (answered !== null) {
    const p = answered * (type === null ? ACCEPTANCE.unset.answered : ACCEPTANCE[type].answered)
    return { p, basis: 'response', n: null, because: tellResponse(p, answered) }
  }
  return { p: usual, basis: type === null ? 'unset' : 'type', n: null, because: tellUsual(usual, type) }
}

const usualFor = (type: CreatorType | null, { byType }: AcceptanceFacts) =>
  type === null ? ACCEPTANCE.unset.invited : (byType?.[type] ?? ACCEPTANCE[type].invited)

// Two invitations say little: the table counts as four more, so that one no is not a never.
function weighOwn({ invited, accepted }: OwnAnswers, usual: number): Acceptance {
  const prior = ASSUMPTIONS.acceptancePrior
  const p = (accepted + prior * usual) / (invited + prior)
  const because = say(
    `says yes with ${formatShare(p, 'en')}: ${formatExact(accepted)} of ${formatExact(invited)} of our invitations accepted, weighed with ${formatShare(usual, 'en')} of its type.`,
    `接受概率 ${formatShare(p, 'zh')}：我方 ${formatExact(invited)} 次邀约中接受 ${formatExact(accepted)} 次，并结合同类型的 ${formatShare(usual, 'zh')} 加权。`,
  )
  return { p, basis: 'own', n: invited, because }
}

function responseRateOf({ metrics }: Account): number | null {
  const rate = newestMetric(metrics, ({ name }) => name === 'replyRate')?.value ?? null
  return rate === null || !(rate >= 0 && rate <= 1) ? null : rate
}

const SAID_YES = say('has said yes.', '已接受邀约。')

function tellResponse(p: number, rate: number): Localized {
  return say(
    `says yes with ${formatShare(p, 'en')}: answers ${formatShare(rate, 'en')} of invitations within 48 hours, and of answers the usual part of its type is a yes [A].`,
    `接受概率 ${formatShare(p, 'zh')}：48 小时回复率 ${formatShare(rate, 'zh')}，乘以同类型回复后的接受比例 [A]。`,
  )
}

function tellUsual(p: number, type: CreatorType | null): Localized {
  if (type === null)
    return say(
      `says yes with ${formatShare(p, 'en')}: type unknown, nothing known of past answers [A].`,
      `接受概率 ${formatShare(p, 'zh')}：类型与以往答复均未知 [A]。`,
    )
  return say(
    `says yes with ${formatShare(p, 'en')}: usual for ${type}, nothing known of past answers [A].`,
    `接受概率 ${formatShare(p, 'zh')}：按${nameZh(TYPE_NAMES_ZH, type)}的一般水平，以往答复未知 [A]。`,
  )
}
