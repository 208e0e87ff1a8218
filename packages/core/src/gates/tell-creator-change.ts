import type { LintOutcome } from '../compliance/index.ts'
import type { ImpactStage, RuleChange } from './rule-impact.ts'

/** A change of rules that touches a creator's own text. `effectiveOn` and `today` are Shanghai days. */
export interface CreatorChange {
  readonly stage: Exclude<ImpactStage, 'brief'>
  readonly effectiveOn: string
  readonly today: string
  readonly change: RuleChange
}

const TEXTS = { draft: '稿件', scheduled: '待发布的稿件', live: '已发布的内容' } as const satisfies Record<CreatorChange['stage'], string>

// What each outcome asks of whoever wrote the text, in the words a creator would use.
const DEMANDS = {
  block: { draft: '不能出现，请修改后再提交', live: '不能再出现，请尽快修改或联系对接人' },
  error: { draft: '按现在的写法算违规，请修改后再提交', live: '按现在的写法算违规，请联系对接人一起修改' },
  warn: { draft: '有风险，建议换个说法', live: '有风险，是否修改请与对接人商量' },
  review: { draft: '需要对接人确认，请先不要发布', live: '需要对接人确认，请等通知' },
  info: { draft: '有一条说明，无需修改', live: '有一条说明，无需修改' },
} as const satisfies Record<LintOutcome, { draft: string; live: string }>

function quoteWords(words: readonly string[]): string {
  return words.length === 0 ? '' : `里的${words.map((word) => `“${word}”`).join('、')}`
}

/** One sentence of plain Chinese: since or from when, which rule, what of the creator's text, and what to do about it. */
export function tellCreatorChange({ stage, effectiveOn, today, change }: CreatorChange): string {
  const { title, ruleId, before, after, words } = change
  const since = effectiveOn > today ? `${effectiveOn} 起` : `${effectiveOn} 起已生效`
  const rule = `《${title?.zh ?? ruleId}》`
  const text = `您${TEXTS[stage]}${quoteWords(words)}`
  if (before === null && after === null) return `${since}：${rule}有变，与您的${TEXTS[stage]}有关，请看一下新要求。`
  if (after === null) return `${since}：${rule}不再管${text}，无需再为此修改。`
  return `${since}：按${rule}，${text}${DEMANDS[after][stage === 'live' ? 'live' : 'draft']}。`
}
