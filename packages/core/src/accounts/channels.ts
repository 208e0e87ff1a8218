import type { Localized } from '../shared/index.ts'

/** Ways by which a member is told of what happened (通知渠道). */
export const CHANNEL_KINDS = ['email', 'wecom', 'feishu', 'dingtalk', 'webhook'] as const
/** One of CHANNEL_KINDS. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/**
 * Bytes (UTF-8) of text that one message may hold. WeCom: 2,048 (developer.work.weixin.qq.com/document/path/91770). Feishu takes bodies up to
 * 20 KB (open.feishu.cn, 自定义机器人使用指南), DingTalk 20,000 bytes (open.dingtalk.com, 自定义机器人); room is left for what goes around the text.
 * The others are limits of our own.
 */
export const LARGEST_TEXT_BYTES: Readonly<Record<ChannelKind, number>> = {
  email: 60_000,
  wecom: 2048,
  feishu: 18_000,
  dingtalk: 18_000,
  webhook: 60_000,
}

/** What a member may be told of, by the event's name. */
export const NOTICE_EVENTS = {
  'brief.submitted': { en: 'A brief waits for review.', zh: 'Brief 待审核。' },
  'brief.changes_requested': { en: 'Changes to a brief were asked for.', zh: 'Brief 被要求修改。' },
  'brief.approved': { en: 'A brief was approved.', zh: 'Brief 已通过。' },
  'brief.sent': { en: 'A brief was sent to the creators.', zh: 'Brief 已发给达人。' },
  'draft.submitted': { en: 'A draft waits for review.', zh: '稿件待审核。' },
  'draft.changes_requested': { en: 'Changes to a draft were asked for.', zh: '稿件被要求修改。' },
  'draft.changes_refused': { en: 'A creator refused changes to a draft.', zh: '达人拒绝了修改意见。' },
  'draft.approved': { en: 'A draft was approved.', zh: '稿件已通过。' },
  'draft.approved_by_silence': { en: 'A draft was approved because nobody answered in time.', zh: '稿件逾期未答复，已按约定自动通过。' },
  'turn.reminded_early': { en: 'Something that waits for your side is due soon.', zh: '有待办即将到期。' },
  'turn.reminded_late': { en: 'Something that waits for your side is overdue.', zh: '有待办已逾期。' },
  'creator.reminded_early': {
    en: "A creator's step is due soon: the text for WeChat is ready under Tasks.",
    zh: '达人待办即将到期，微信提醒话术已备好，见「待办」。',
  },
  'creator.reminded_late': {
    en: "A creator's step is overdue: the text for WeChat is ready under Tasks.",
    zh: '达人待办已逾期，微信提醒话术已备好，见「待办」。',
  },
  'deliverable.published': { en: 'A post is live.', zh: '内容已发布。' },
} as const satisfies Record<string, Localized>
/** A row of NOTICE_EVENTS. */
export type NoticeEvent = keyof typeof NOTICE_EVENTS

/** Whether members can ask to be told of an event of this name. */
export function isNoticeEvent(name: string): name is NoticeEvent {
  return Object.hasOwn(NOTICE_EVENTS, name)
}

/** The name under which the note to a party travels to the channels of who acts for it: they are addressed, and need not ask for it. */
export const PARTY_NOTE_EVENT = 'party_note.sent'
/** What the subject of such a note says. */
export const PARTY_NOTE: Localized = { en: 'Where the campaign stands.', zh: '项目进展同步。' }

/** What a message of a test says. */
export const TEST_NOTICE: Localized = { en: 'This channel works.', zh: '通知渠道可用。' }

/** Minutes until each further try; after the last one a message is a dead letter. */
export const RETRY_MINUTES: readonly number[] = [1, 5, 30, 120, 720]

/** The moment (ISO) of the next try after `attempts` of them failed; null when it is given up. */
export function nextTry(attempts: number, now: string): string | null {
  const minutes = RETRY_MINUTES[attempts - 1]
  return minutes === undefined ? null : new Date(Date.parse(now) + minutes * 60_000).toISOString()
}

/** How a try ended. `problem` names what went wrong: `http.404`, `robot.310000`, `network.timeout`. */
export type Delivery = { readonly state: 'sent' } | { readonly state: 'retry' | 'dead'; readonly problem: string }

// What no later try mends: the address is gone, the signature, keyword or sender's address does not fit.
const HOPELESS: Readonly<Record<ChannelKind, readonly number[]>> = {
  email: [],
  // invalid webhook url
  wecom: [93_000],
  // 19021 signature or clock, 19022 address, 19024 keyword
  feishu: [19_001, 19_021, 19_022, 19_024],
  // 310000 keyword, signature or address; 300005 token
  dingtalk: [300_005, 310_000],
  webhook: [],
}
const PASSING_STATUS = [408, 425, 429]

// The robots answer 200 to what they refuse, and say so in the body.
function readRobotCode(body: string): number | null {
  try {
    const { errcode, code } = JSON.parse(body) ?? {}
    return typeof errcode === 'number' ? errcode : typeof code === 'number' ? code : null
  } catch {
    return null
  }
}

/** Reads the answer of a robot or webhook: what was refused for good is not tried again. A robot without its code in the body took nothing. */
export function readAnswer(kind: ChannelKind, { status, body }: { status: number; body: string }): Delivery {
  const isFine = status >= 200 && status < 300
  if (!isFine) {
    const isPassing = status >= 500 || PASSING_STATUS.includes(status)
    return { state: isPassing ? 'retry' : 'dead', problem: `http.${status}` }
  }
  if (kind === 'webhook') return { state: 'sent' }
  const code = readRobotCode(body)
  if (code === 0) return { state: 'sent' }
  if (code === null) return { state: 'retry', problem: 'robot.unreadable' }
  return { state: HOPELESS[kind].includes(code) ? 'dead' : 'retry', problem: `robot.${code}` }
}

/** The text cut to so many bytes of UTF-8, never inside a character, with an ellipsis where something is missing. */
export function fitText(text: string, largestBytes: number): string {
  const sizeOf = (part: string) => new TextEncoder().encode(part).length
  if (sizeOf(text) <= largestBytes) return text
  const kept: string[] = []
  let left = largestBytes - sizeOf('…')
  for (const character of text) {
    left -= sizeOf(character)
    if (left < 0) break
    kept.push(character)
  }
  return `${kept.join('')}…`
}
