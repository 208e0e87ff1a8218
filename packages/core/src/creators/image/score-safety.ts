import { formatShare, say, type Localized } from '../../shared/index.ts'
import type { HeldIncident, ImageReport } from './schema.ts'

/** How much a whole feed of such posts takes off. All weights [A], editable here. */
const RULES = { block: 1, error: 0.6, warn: 0.1 } as const
/** One comment in twenty with a grave word takes off 0.4, never more. */
const SEVERITY = { perShare: 8, most: 0.4 } as const
/** What an incident takes off while it lasts; once over it counts half. */
const INCIDENTS: Readonly<Record<HeldIncident['kind'], number>> = { ban: 0.6, scandal: 0.5, penalty: 0.3 }
const OVER = 0.5

type Part = ImageReport['safety']['parts'][number]
type Facts = Pick<ImageReport, 'rules' | 'severity' | 'incidents'>

/**
 * Brand safety: 100 × Π (1 − off) over rules, comments and incidents. Worse evidence never raises it. Without the text of a single post it is
 * unknown, whatever else is held, and so it is with texts alone: no evidence is no clean record.
 */
export function scoreSafety(facts: Facts, today: string): ImageReport['safety'] {
  const parts = [judgeRules(facts), judgeComments(facts), judgeIncidents(facts, today)]
  const atMost = 100 * parts.reduce((rest, { off }) => rest * (1 - (off ?? 0)), 1)
  // Nobody answered and nobody looked: what a creator posts is half of the picture.
  const isBlind = facts.rules === null || (facts.severity === null && facts.incidents === null)
  return { score: isBlind ? null : atMost, atMost, parts }
}

const part = (code: Part['code'], off: number | null, { en, zh }: Localized): Part => ({ code, off, because: en, becauseZh: zh })

function judgeRules({ rules }: Facts): Part {
  if (rules === null)
    return part('rules', null, say('No text of a post is held: unknown, not clean.', '未掌握任何作品文本：未知，不等于没有问题。'))
  const { linted, undated, block, error, warn } = rules
  const off = Math.min(1, (RULES.block * block + RULES.error * error + RULES.warn * warn) / linted)
  const doubt =
    undated === 0 ? say('', '') : say(` ${undated} without a day, read by today's rules.`, `其中 ${undated} 篇日期不明，按今日规则判断。`)
  return part(
    'rules',
    off,
    say(
      `Posts read by the rules of their day: ${linted}; to be blocked ${block}, breaking a rule ${error}, worth a warning ${warn}.${doubt.en}`,
      `按各自发布日规则检查 ${linted} 篇作品：${block} 篇应拦截，${error} 篇违规，${warn} 篇需提醒。${doubt.zh}`,
    ),
  )
}

function judgeComments({ severity }: Facts): Part {
  if (severity === null) return part('comments', null, say('No comments are held.', '未掌握评论。'))
  const shareGrave = severity.kinds.reduce((sum, { share }) => sum + share, 0)
  return part(
    'comments',
    Math.min(SEVERITY.most, SEVERITY.perShare * shareGrave),
    say(
      `${formatShare(shareGrave, 'en')} of ${severity.comments} comments hold grave words${list(
        severity.kinds.map(({ name }) => name),
        ': ',
        ', ',
      )}.`,
      `${severity.comments} 条评论中 ${formatShare(shareGrave, 'zh')} 含严重用语${list(
        severity.kinds.map(({ nameZh }) => nameZh),
        '：',
        '、',
      )}。`,
    ),
  )
}

const list = (names: readonly string[], before: string, between: string) => (names.length === 0 ? '' : `${before}${names.join(between)}`)

function judgeIncidents({ incidents }: Facts, today: string): Part {
  if (incidents === null) return part('incidents', null, say('Nobody has looked for incidents.', '尚无人核查处罚与舆情。'))
  const rest = incidents.reduce((left, { kind, until }) => left * (1 - INCIDENTS[kind] * (until !== null && until < today ? OVER : 1)), 1)
  if (incidents.length === 0) return part('incidents', 0, say('None entered by a person.', '无人工录入的处罚或舆情。'))
  return part(
    'incidents',
    1 - rest,
    say(`${incidents.length} entered by a person, each with its source.`, `人工录入 ${incidents.length} 条，均附来源。`),
  )
}
