import type { CreatorStep } from './schema.ts'
import type { TurnStage } from './turn.ts'
import { tellDue } from './write-message.ts'

/** What a creator can be reminded of. */
export type RemindedStep = Extract<CreatorStep, 'answer' | 'draft' | 'revise' | 'publish' | 'numbers'> | 'playback'

const WHAT: Readonly<Record<RemindedStep, string>> = {
  answer: '的 brief 回复',
  playback: '的 brief 复述',
  draft: '的初稿',
  revise: '的修改稿',
  publish: '的发布',
  numbers: '的后台数据',
}

/** Whether a creator can be reminded of this. */
export function isReminded(kind: string): kind is RemindedStep {
  return Object.hasOwn(WHAT, kind)
}

/** Who reminds whom of what, by when, and where it opens. */
export interface ReminderParts {
  readonly kind: RemindedStep
  readonly stage: TurnStage
  readonly creatorName: string | null
  readonly deskName: string
  readonly productName: string
  /** Moment or Shanghai day; null when none is agreed. */
  readonly due: string | null
  readonly url: string
}

// A reminder asks and offers help; a creator who is pressed writes worse.
const SAID: Readonly<Record<TurnStage, (what: string, by: string) => string>> = {
  open: (what, by) => `${what}麻烦${by}给到，页面上可以直接提交。`,
  due_soon: (what, by) => `提醒一下，${what}约定${by}给到，来得及吗？有困难直接跟我说，我来协调。`,
  overdue: (what, by) => `${what}原定${by}给到，这边还没收到。大概什么时候方便？有困难直接跟我说，我来协调。`,
}

/** The reminder that the desk copies into WeChat, in Chinese, with the link on a line of its own. */
export function writeReminder({ kind, stage, creatorName, deskName, productName, due, url }: ReminderParts): string {
  const hello = creatorName === null ? '你好' : `${creatorName} 你好`
  return `${hello}，我是${deskName}。${SAID[stage](`「${productName}」${WHAT[kind]}`, tellDue(due))}\n${url}`
}
