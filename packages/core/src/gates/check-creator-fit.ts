import { findWhen, type Campaign, type Finding, type Subject } from '../campaigns/index.ts'
import type { Account } from '../creators/index.ts'
import { formatShare, say } from '../shared/index.ts'
import { THRESHOLDS } from './gate-threshold-table.ts'
import { AXIS_NAMES_ZH } from './names-zh.ts'

const EVIDENCE_METRIC = /(?<!inter)active|fake|engaged|water/i

const hasNumber = ({ value, low, high }: Account['metrics'][number]) => value !== null || low !== null || high !== null

/** Which kinds of evidence for authenticity an account carries; the share present is the completeness. */
function listEvidence({ posts, followers, audience, metrics }: Account) {
  const kinds = [
    { name: 'posts', zh: '近期作品数据', isHeld: posts.filter(({ views }) => views !== null).length >= 5 },
    { name: 'followers', zh: '粉丝数', isHeld: followers !== null },
    { name: 'audience', zh: '受众画像', isHeld: audience !== null },
    {
      name: 'active or fake follower share',
      zh: '活跃或虚假粉丝占比',
      isHeld: metrics.some((metric) => EVIDENCE_METRIC.test(metric.name) && hasNumber(metric)),
    },
  ]
  const missing = kinds.filter(({ isHeld }) => !isHeld)
  return { completeness: 1 - missing.length / kinds.length, missing }
}

/** Type with its basis, and how complete the evidence for authenticity is. */
export function checkCreatorEvidence(account: Account, subject: Subject): Finding[] {
  const { completeness, missing } = listEvidence(account)
  const type = account.creatorType
  const isTypeKnown = type !== null && type.value !== null && type.basis.trim() !== ''
  return [
    ...findWhen(!isTypeKnown, subject, {
      code: 'choice.type_unknown',
      severity: 'warn',
      because: say('The creator’s type, or the number it stands on, is not known.', '达人类型或其依据未知。'),
      fix: say('Import the follower count or set the type with a reason.', '请导入粉丝数，或人工设定类型并说明依据。'),
    }),
    ...findWhen(missing.length > 0, subject, {
      code: 'choice.authenticity_incomplete',
      severity: completeness < THRESHOLDS.evidenceCompleteness.value ? 'warn' : 'info',
      because: say(
        `Evidence for authenticity is ${Math.round(completeness * 100)} % complete; missing: ${missing.map(({ name }) => name).join(', ')}.`,
        `真实性证据完整度 ${Math.round(completeness * 100)}%；缺少：${missing.map(({ zh }) => zh).join('、')}。`,
      ),
      fix: say('Import a creator export that carries these columns.', '请导入含这些列的达人数据。'),
    }),
  ]
}

type Shares = Readonly<Record<string, number>>

/** Overlap of two share distributions, 0–1, or null when either is empty. */
function compareShares(wanted: Shares, held: Shares): number | null {
  const keys = Object.keys(wanted)
  if (keys.length === 0 || Object.keys(held).length === 0) return null
  const all = new Set([...keys, ...Object.keys(held)])
  return 1 - [...all].reduce((total, key) => total + Math.abs((wanted[key] ?? 0) - (held[key] ?? 0)), 0) / 2
}

/** Whether the creator's audience is the campaign's; an audience without data is unknown, not zero. */
export function checkAudience(account: Account, wanted: Campaign['audience'], subject: Subject): Finding[] {
  if (wanted === null) return []
  const matches = (['gender', 'age'] as const)
    .filter((axis) => Object.keys(wanted[axis]).length > 0)
    .map((axis) => ({ axis, match: compareShares(wanted[axis], account.audience?.[axis] ?? {}) }))
  const unknown = matches.filter(({ match }) => match === null).map(({ axis }) => axis)
  const poor = matches.flatMap(({ axis, match }) => (match !== null && match < THRESHOLDS.audienceMatch.value ? [{ axis, match }] : []))
  return [
    ...findWhen(unknown.length > 0, subject, {
      code: 'choice.audience_unknown',
      severity: 'info',
      because: say(
        `Audience by ${unknown.join(', ')} is not known.`,
        `受众（${unknown.map((axis) => AXIS_NAMES_ZH[axis]).join('、')}）未知。`,
      ),
      fix: say('Import an export with audience shares.', '请导入含受众占比的数据。'),
    }),
    ...poor.flatMap(({ axis, match }) =>
      findWhen(true, subject, {
        code: 'choice.audience_differs',
        severity: 'warn',
        because: say(
          `Audience by ${axis} overlaps the target by ${formatShare(match, 'en')}, below ${formatShare(THRESHOLDS.audienceMatch.value, 'en')}.`,
          `受众（${AXIS_NAMES_ZH[axis]}）与目标的重合度为 ${formatShare(match, 'zh')}，低于 ${formatShare(THRESHOLDS.audienceMatch.value, 'zh')}。`,
        ),
        fix: say('Choose a creator closer to the audience, or say why this one.', '请选择更贴近目标人群的达人，或说明理由。'),
      }),
    ),
  ]
}
