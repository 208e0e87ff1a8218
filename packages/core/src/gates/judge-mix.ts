import { findWhen, makeFinding, type Campaign, type Finding, type MixRule, type Subject } from '../campaigns/index.ts'
import { formatFen, formatShare, nameZh, PLATFORM_NAMES_ZH, say, TYPE_NAMES_ZH, type Localized } from '../shared/index.ts'
import { MOST_OF_ONE_MCN, mcnOf, sumByMcn } from '../selection/index.ts'
import type { ChosenCreator, GateAnswer, GateInput } from './gate-input.ts'

const MIX: Subject = { kind: 'mix', id: 'mix' }

const sumKnown = (chosen: readonly ChosenCreator[]) => chosen.reduce((total, { costFen }) => total + (costFen ?? 0), 0)

function describeBounds({ minCount, maxCount, minShare, maxShare }: MixRule): Localized {
  const bounds = [
    minCount === null ? null : say(`≥ ${minCount}`, `至少 ${minCount} 位`),
    maxCount === null ? null : say(`≤ ${maxCount}`, `至多 ${maxCount} 位`),
    minShare === null ? null : say(`≥ ${formatShare(minShare, 'en')}`, `至少占预算 ${formatShare(minShare, 'zh')}`),
    maxShare === null ? null : say(`≤ ${formatShare(maxShare, 'en')}`, `至多占预算 ${formatShare(maxShare, 'zh')}`),
  ].filter((bound) => bound !== null)
  return say(bounds.map(({ en }) => en).join(', '), bounds.map(({ zh }) => zh).join('、'))
}

function checkMixRule(rule: MixRule, chosen: readonly ChosenCreator[], budgetFen: number): Finding[] {
  const ofType = chosen.filter(({ account }) => account.creatorType?.value === rule.type)
  const share = sumKnown(ofType) / budgetFen
  // What is known is at least this much: it can exceed a maximum, but fall short of a minimum only when every price is known.
  const isWhole = ofType.every(({ costFen }) => costFen !== null)
  const isBroken =
    ofType.length < (rule.minCount ?? 0) ||
    ofType.length > (rule.maxCount ?? Infinity) ||
    (isWhole && share < (rule.minShare ?? 0)) ||
    share > (rule.maxShare ?? Infinity)
  const bounds = describeBounds(rule)
  return findWhen(isBroken, MIX, {
    code: 'choice.mix_rule',
    severity: 'block',
    because: say(
      `The mix asks for ${rule.type} ${bounds.en}; it has ${ofType.length} at ${formatShare(share, 'en')} of the budget.`,
      `组合要求「${nameZh(TYPE_NAMES_ZH, rule.type)}」${bounds.zh}；现有 ${ofType.length} 位，占预算 ${formatShare(share, 'zh')}。`,
    ),
    fix: say('Change the selection or the rule.', '请调整名单或规则。'),
  })
}

function checkLists({ mustHave, never }: Campaign, chosen: readonly ChosenCreator[]): Finding[] {
  const ids = chosen.flatMap(({ creatorId, account }) => [creatorId, account.accountId])
  const refused = never.filter((id) => ids.includes(id))
  const absent = mustHave.filter((id) => !ids.includes(id))
  return [
    ...findWhen(refused.length > 0, MIX, {
      code: 'choice.never_list',
      severity: 'block',
      because: say(`${refused.join(', ')} stands on the "never" list.`, `${refused.join('、')} 在「禁用」名单中。`),
      fix: say('Take the creator out.', '请移除该达人。'),
    }),
    ...findWhen(absent.length > 0, MIX, {
      code: 'choice.must_have_absent',
      severity: 'warn',
      because: say(
        `${absent.join(', ')} stands on the "must have" list but is not chosen.`,
        `「必选」名单中的 ${absent.join('、')} 未入选。`,
      ),
      fix: say('Add the creator or change the list.', '请加入该达人或修改名单。'),
    }),
  ]
}

/** One house that falls out must not take the campaign with it; a single creator is no concentration. */
function checkHouses({ budgetFen }: Campaign, chosen: readonly ChosenCreator[]): Finding[] {
  return sumByMcn(chosen.map(({ account, costFen }) => ({ account, costFen: costFen ?? 0 })))
    .filter(({ costFen, n }) => n > 1 && costFen > MOST_OF_ONE_MCN * budgetFen)
    .flatMap(({ mcn, costFen, n }) =>
      findWhen(true, MIX, {
        code: 'choice.mcn_share',
        severity: 'warn',
        because: say(
          `${n} creators of the MCN ${mcn} take ${formatShare(costFen / budgetFen, 'en')} of the budget, more than ${formatShare(MOST_OF_ONE_MCN, 'en')} [A].`,
          `MCN「${mcn}」的 ${n} 位达人占预算 ${formatShare(costFen / budgetFen, 'zh')}，超过 ${formatShare(MOST_OF_ONE_MCN, 'zh')} [A]。`,
        ),
        fix: say('Exchange one of them for a creator of another house.', '请将其中一位替换为其他机构的达人。'),
      }),
    )
}

function checkMix(campaign: Campaign, chosen: readonly ChosenCreator[]): Finding[] {
  const totalFen = sumKnown(chosen)
  const unpriced = chosen.filter(({ costFen }) => costFen === null).length
  const unserved = campaign.platforms.filter((platform) => !chosen.some(({ account }) => account.platform === platform))
  return [
    ...findWhen(totalFen > campaign.budgetFen, MIX, {
      code: 'choice.over_budget',
      severity: 'block',
      because: say(
        `The chosen creators cost ${formatFen(totalFen, 'en')}${unpriced > 0 ? ` (${unpriced} of ${chosen.length} prices unknown)` : ''}, the budget is ${formatFen(campaign.budgetFen, 'en')}.`,
        `所选达人合计 ${formatFen(totalFen, 'zh')}${unpriced > 0 ? `（${chosen.length} 个报价中 ${unpriced} 个未知）` : ''}，预算为 ${formatFen(campaign.budgetFen, 'zh')}。`,
      ),
      fix: say('Take creators out or raise the budget.', '请减少达人或提高预算。'),
    }),
    ...campaign.mix.flatMap((rule) => checkMixRule(rule, chosen, campaign.budgetFen)),
    ...checkLists(campaign, chosen),
    ...checkHouses(campaign, chosen),
    ...findWhen(unserved.length > 0, MIX, {
      code: 'choice.platform_unserved',
      severity: 'warn',
      because: say(
        `Nobody is chosen on ${unserved.join(', ')}.`,
        `${unserved.map((key) => nameZh(PLATFORM_NAMES_ZH, key)).join('、')}上没有入选达人。`,
      ),
      fix: say('Add a creator there or take the platform out.', '请补充达人或去掉该平台。'),
    }),
    ...findWhen(chosen.length > 1, MIX, {
      code: 'choice.overlap_unknown',
      severity: 'info',
      because: say(
        'How far the audiences overlap is not measured; the plan assumes independence.',
        '受众重合度未测量；方案按相互独立估算。',
      ),
      fix: say('Import comments of both creators to measure it.', '导入双方评论数据后可测量。'),
    }),
  ]
}

/** Gate 3 on the mix: budget, counts and shares by type, lists, platforms. Open while nobody is chosen. */
export function judgeMix({ campaign, chosen }: GateInput): GateAnswer {
  const { budgetFen, mix, mustHave, never, platforms } = campaign
  const parts = {
    campaign: { budgetFen, mix, mustHave, never, platforms },
    chosen: chosen.map(({ creatorId, account, costFen }) => ({
      creatorId,
      accountId: account.accountId,
      platform: account.platform,
      mcn: mcnOf(account),
      type: account.creatorType?.value ?? null,
      costFen,
    })),
  }
  const answer = { gate: 'choice' as const, subject: MIX, label: campaign.name, parts }
  if (chosen.length > 0) return { ...answer, isOpen: false, findings: checkMix(campaign, chosen) }
  const nobody = makeFinding(MIX, {
    code: 'choice.nobody',
    severity: 'info',
    because: say('Nobody is chosen yet.', '还没有选定达人。'),
    fix: say('Plan a mix or choose creators.', '请生成方案或选择达人。'),
  })
  return { ...answer, isOpen: true, findings: [nobody] }
}
