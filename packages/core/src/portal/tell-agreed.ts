import { listRowsFor, type Brief, type PostKind } from '../briefs/index.ts'
import type { Localized } from '../shared/index.ts'
import type { ExceededField } from './schema.ts'

/** A post as far as the brief speaks of it. */
export interface AgreedPost extends PostKind {
  readonly revisionRounds: number
}

const both = (zh: string, en: string): Localized => ({ zh, en })

const SAID_BY_BRIEF: Partial<Record<ExceededField, (brief: Brief, post: AgreedPost) => Localized>> = {
  must_say: ({ mustSay }) => {
    const binding = mustSay.filter(({ weight }) => weight === 'must').length
    return both(`brief 要求必说 ${binding} 点`, `The brief demands ${binding} points to be said`)
  },
  rounds: (brief, { revisionRounds }) =>
    both(
      `brief 约定修改 ${brief.revisionRounds} 轮，现在是第 ${revisionRounds} 轮`,
      `The brief agrees ${brief.revisionRounds} rounds; this is round ${revisionRounds}`,
    ),
  caption: (brief, post) =>
    findPost(brief, post)?.fixedCaption == null
      ? both('brief 没有规定文案', 'The brief fixes no caption')
      : both('brief 规定了文案', 'The brief fixes the caption'),
  posting_time: (brief, post) => {
    const time = findPost(brief, post)?.fixedTime ?? null
    return time === null
      ? both('brief 没有规定发布时间', 'The brief fixes no posting time')
      : both(`brief 规定 ${time} 发布`, `The brief fixes ${time} as posting time`)
  },
  shots: ({ shots }) => both(`brief 要求拍到 ${shots.length} 处`, `The brief asks for ${shots.length} shots`),
  tone: ({ toneApproval }) =>
    toneApproval
      ? both('brief 约定品牌审定语气', 'The brief lets the brand approve the tone')
      : both('brief 没有约定语气', 'The brief leaves the tone free'),
  format: (brief, post) => {
    return findPost(brief, post) === undefined
      ? both('brief 里没有这种内容形式', 'The brief asks for no post of this format')
      : both('brief 约定的就是这种内容形式', 'The brief asks for this format')
  },
}

function findPost(brief: Brief, post: AgreedPost) {
  return listRowsFor(brief.deliverables, post)[0]
}

/** What the brief says of a field that a creator finds exceeded, shown to both sides; null where it has no figure for it. */
export function tellAgreed(field: ExceededField, brief: Brief, post: AgreedPost): Localized | null {
  return SAID_BY_BRIEF[field]?.(brief, post) ?? null
}
