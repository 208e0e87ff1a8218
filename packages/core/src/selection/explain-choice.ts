import { nameGuard } from '../campaigns/index.ts'
import { nameFormat } from '../creators/index.ts'
import {
  formatCount,
  formatFen,
  joinReasons,
  nameZh,
  say,
  splitReasons,
  TYPE_NAMES_ZH,
  type CreatorType,
  type Language,
  type Localized,
} from '../shared/index.ts'
import { ROLES } from './assumption-table.ts'
import type { PlanCandidate } from './list-candidates.ts'
import type { PlanResult } from './schema.ts'

const count = (value: number, language: Language) => formatCount(Math.round(value), language)

/** One chosen creator as the plan shows it. */
export function describeCreator(candidate: PlanCandidate): PlanResult['creators'][number] {
  const { id, account, type, costFen, feeRoomFen, quote, views, interactions, pAccepts } = candidate
  const role = roleOf(type.value)
  return {
    id,
    role: role.en,
    roleZh: role.zh,
    ...splitReasons(explainCreator(candidate)),
    costFen,
    format: quote.format,
    filed: quote.filed,
    forecast: views,
    type: type.value,
    platform: account.platform,
    pAccepts,
    interactions,
    feeRoomFen,
  }
}

const ROLE_OPEN = say('role open: type unknown', '角色待定：类型未知')

/** What a creator of a type is for. */
export const roleOf = (type: CreatorType | null): Localized => (type === null ? ROLE_OPEN : ROLES[type])

function explainCreator(candidate: PlanCandidate): Localized[] {
  const { quote, priceBecause, views, interactions } = candidate
  const cost = tellCost(candidate)
  const format = nameFormat(quote.format)
  return [
    explainType(candidate),
    say(`${cost.en}, ${format.en}: ${priceBecause.en}`, `${cost.zh}，${format.zh}：${priceBecause.zh}`),
    ...explainOthers(candidate),
    explainViews(candidate),
    interactions === null
      ? say('Interactions unknown.', '互动量未知。')
      : say(
          `${count(interactions.p10, 'en')} to ${count(interactions.p90, 'en')} interactions (P10–P90), middle ${count(interactions.p50, 'en')}.`,
          `互动量 ${count(interactions.p10, 'zh')} 至 ${count(interactions.p90, 'zh')}（P10–P90），中位 ${count(interactions.p50, 'zh')}。`,
        ),
    ...joinReasons(views),
    ...(interactions === null ? [] : joinReasons(interactions).filter(({ en }) => !views.because.includes(en))),
    ...(candidate.knowsAudience ? [] : [AUDIENCE_LENT]),
    tellAcceptance(candidate),
    ...candidate.warnings.map(({ because, fix }) => say(`! ${because.en} ${fix.en}`, `! ${because.zh}${fix.zh}`)),
  ]
}

function explainOthers({ others }: PlanCandidate): Localized[] {
  if (others.length === 0) return []
  const told = others.map(({ format, costFen }) => {
    const { en, zh } = nameFormat(format)
    return say(`${en} ${formatFen(costFen, 'en')}`, `${zh} ${formatFen(costFen, 'zh')}`)
  })
  return [
    say(`Also offered and not chosen: ${told.map(({ en }) => en).join(', ')}.`, `另有报价未选用：${told.map(({ zh }) => zh).join('、')}。`),
  ]
}

function explainType({ type }: PlanCandidate): Localized {
  const zh = type.value === null ? '类型未知' : nameZh(TYPE_NAMES_ZH, type.value)
  return say(`${type.value ?? 'type unknown'}: ${type.basis}.`, `${zh}：${type.basisZh ?? type.basis}。`)
}

/** What is paid in all, and how much of it is kept for a fee that nobody stated. */
function tellCost({ costFen, feeRoomFen }: PlanCandidate): Localized {
  const [paid, room] = [costFen + feeRoomFen, feeRoomFen]
  if (room === 0) return say(formatFen(paid, 'en'), formatFen(paid, 'zh'))
  return say(
    `${formatFen(paid, 'en')} with ${formatFen(room, 'en')} kept for the platform fee`,
    `${formatFen(paid, 'zh')}（含预留平台服务费 ${formatFen(room, 'zh')}）`,
  )
}

function explainViews({ views, costFen, feeRoomFen }: PlanCandidate): Localized {
  const cpm = nameGuard('cpm', 'asked')
  const perThousandFen = ((costFen + feeRoomFen) * 1000) / Math.max(1, views.p50)
  return say(
    `${count(views.p10, 'en')} to ${count(views.p90, 'en')} views (P10–P90), middle ${count(views.p50, 'en')}: ${cpm.en}, ${formatFen(perThousandFen, 'en')}.`,
    `播放/阅读 ${count(views.p10, 'zh')} 至 ${count(views.p90, 'zh')}（P10–P90），中位 ${count(views.p50, 'zh')}：${cpm.zh}，${formatFen(perThousandFen, 'zh')}。`,
  )
}

// A sentence of its own among the reasons; beside the number it goes on from it.
const tellAcceptance = ({ pAccepts: { because } }: PlanCandidate): Localized =>
  say(`${because.en.charAt(0).toUpperCase()}${because.en.slice(1)}`, because.zh)

const AUDIENCE_LENT = say(
  'Audience not fully known: the average of the other creators stands in for it; less certain than the range shows.',
  '受众画像不完整：以其他达人的平均值代替，实际不确定性大于所示区间。',
)

/** Why candidates that could be booked were not chosen. */
export function explainLeft(
  { id, costFen, feeRoomFen }: PlanCandidate,
  { leftFen, reserve }: { leftFen: number; reserve: readonly string[] },
): PlanResult['left'][number] {
  const { en, zh } = tellLeft(costFen + feeRoomFen, leftFen, reserve.indexOf(id) + 1)
  return { id, because: en, becauseZh: zh }
}

function tellLeft(costFen: number, leftFen: number, place: number): Localized {
  if (place > 0) return say(`in reserve: number ${place} to step in.`, `候补第 ${place} 位。`)
  if (costFen > leftFen)
    return say(
      `others bring more for the money; ${formatFen(costFen, 'en')} does not fit in the ${formatFen(leftFen, 'en')} left.`,
      `其他达人性价比更高；费用 ${formatFen(costFen, 'zh')} 超出剩余预算 ${formatFen(leftFen, 'zh')}。`,
    )
  return say('the constraints of the mix leave no place for it, or it adds nothing.', '组合约束下已无名额，或加入后没有增益。')
}
