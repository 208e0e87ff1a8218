import { readDay, shanghaiClock } from '../shared/index.ts'
import type { CreatorStep } from './schema.ts'

/** Who writes to whom about what, by when, and where it opens. */
export interface MessageParts {
  readonly step: CreatorStep
  readonly creatorName: string | null
  readonly deskName: string
  readonly brand: string
  readonly productName: string
  /** Moment or Shanghai day; null when none is agreed. */
  readonly due: string | null
  readonly url: string
}

type Parts = Omit<MessageParts, 'creatorName' | 'deskName' | 'due' | 'step' | 'url'> & { readonly by: string }

/** What is asked at each step of the creator's; at the desk's steps nothing is asked and the message only tells where things stand. */
const ASKED: Readonly<Record<CreatorStep, (parts: Parts) => string>> = {
  wait: ({ brand, productName }) => `${brand}「${productName}」的 brief 还在确认，好了第一时间发你。合作进度可以随时在这里看：`,
  answer: ({ brand, productName, by }) =>
    `${brand}「${productName}」的合作 brief 发你了，麻烦${by}看一下：能接就点「接受」，不合适直接说原因；哪一条有疑问就在那一条下面提问，看完用自己的话复述一遍。`,
  contract: ({ productName }) => `收到你接受「${productName}」，我们这边在走合同，进度看这里：`,
  draft: ({ productName, by }) => `「${productName}」可以动笔了，怎么表达你来定。麻烦${by}把初稿传上来，页面会同步提示合规问题。`,
  review: ({ productName }) => `「${productName}」的稿子收到了，我们在看，结果会更新在这里：`,
  revise: ({ productName, by }) =>
    `「${productName}」的稿子有几处修改建议，麻烦${by}看一下。如果超出 brief 约定，可以直接在页面上拒绝并说明是哪一项。`,
  publish: ({ productName, by }) => `「${productName}」的稿子已通过，麻烦${by}发布，发布后把链接贴上来。`,
  numbers: ({ productName, by }) => `「${productName}」已上线，麻烦${by}把后台数据截图或导出表格传一下。`,
  declined: ({ productName }) => `了解你这次不接「${productName}」，谢谢告知，之后有合适的再约。`,
  closed: ({ productName }) => `「${productName}」这次的合作先不继续了，谢谢你的时间，之后有合适的再约。`,
  done: ({ productName }) => `「${productName}」全部完成，谢谢配合。记录都在这里：`,
}

/** A moment or a day as one writes it in a chat: `11月22日 16:30`; null for what is neither. */
export function tellMoment(moment: string): string | null {
  const day = readDay(moment)
  if (day === null) return null
  const [, month, date] = day.split('-').map(Number)
  const clock = moment.length > 10 ? ` ${shanghaiClock(moment).slice(11)}` : ''
  return `${month}月${date}日${clock}`
}

/** By when, as one writes it in a chat: `11月22日 16:30 前`; nothing when none is agreed. */
export function tellDue(due: string | null): string {
  const told = due === null ? null : tellMoment(due)
  return told === null ? '方便时' : `${told} 前`
}

/** Who asks whom outside to review whose brief, and where it opens; `hasVersion` when one waits for the review now. */
export interface ReviewMessageParts extends Omit<MessageParts, 'step' | 'creatorName' | 'due'> {
  readonly reviewerName: string | null
  readonly hasVersion: boolean
}

/** The message to a reviewer outside, in Chinese like the one to a creator. */
export function writeReviewMessage({ reviewerName, deskName, brand, productName, hasVersion, url }: ReviewMessageParts): string {
  const hello = reviewerName === null ? '你好' : `${reviewerName} 你好`
  const asked = hasVersion
    ? '的 brief 等你审核：可以直接通过，或写明要改什么；对哪一条有意见就写在那一条下面。'
    : '的 brief 现在没有待你审核的版本，有了会更新在这里：'
  return `${hello}，我是${deskName}。${brand}「${productName}」${asked}\n${url}`
}

/** The message that the desk copies into WeChat, in Chinese: who, what, by when, and the link on a line of its own. */
export function writeMessage({ step, creatorName, deskName, due, url, ...about }: MessageParts): string {
  const hello = creatorName === null ? '你好' : `${creatorName} 你好`
  return `${hello}，我是${deskName}。${ASKED[step]({ ...about, by: tellDue(due) })}\n${url}`
}
