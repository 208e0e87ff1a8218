import type { PartyRole } from '../accounts/index.ts'
import { say, type Localized } from '../shared/index.ts'
import type { TurnKind } from './turn.ts'

/** Whom a line of a note concerns: every party; who runs the campaign, as a number, the party that it is about and its MCN; that party alone. */
export type NoteReach = 'all' | 'running' | 'own'

/** The parties who see the whole campaign in numbers; names of creators never stand in a note. */
export const RUNNING_ROLES: readonly PartyRole[] = ['brand', 'agency']

interface NoteRule {
  readonly reach: NoteReach
  readonly text: Localized
}
const rule = (reach: NoteReach, en: string, zh: string): NoteRule => ({ reach, text: say(en, zh) })

/** What counts as decided, by the event's name, in the order in which a note tells it. */
export const NOTE_EVENTS: Readonly<Record<string, NoteRule>> = {
  'brief.changes_requested': rule('running', 'changes to the brief were asked for', 'brief 被要求修改'),
  'brief.approved': rule('running', 'the brief was approved', 'brief 已通过审核'),
  'brief.sent': rule('all', 'the brief was sent', 'brief 已发出'),
  'brief.sent_unreviewed': rule('all', 'the brief was sent', 'brief 已发出'),
  'brief.acknowledged': rule('all', 'the brief is understood by all', '各方对 brief 理解一致'),
  'brief.settled': rule('running', 'a difference in the understanding of the brief was settled', '一处 brief 理解不一致已确认'),
  'thread.answered': rule('running', 'a question on the brief was answered', 'brief 上的提问已回复'),
  'thread.accepted': rule('running', 'a suggestion to the brief was taken', 'brief 修改建议已采纳'),
  'thread.declined': rule('running', 'a suggestion to the brief was not taken', 'brief 修改建议未采纳'),
  'deliverable.accepted': rule('running', 'a post was accepted', '内容已接受'),
  'deliverable.declined': rule('running', 'a post was declined', '内容已婉拒'),
  'deliverable.contracted': rule('running', 'a contract was signed', '合同已签'),
  'draft.changes_requested': rule('running', 'changes to a draft were asked for', '稿件被要求修改'),
  'draft.changes_refused': rule('running', 'changes to a draft were refused', '修改要求被拒绝'),
  'draft.approved': rule('running', 'a draft was approved', '稿件已通过'),
  'draft.approved_by_silence': rule('running', 'a draft was approved by agreed silence', '稿件逾期未答复，按约定通过'),
  'deliverable.published': rule('running', 'a post is live', '内容已发布'),
  'request.settled': rule('own', 'your request was answered', '你的请求已答复'),
}

/** What is open, by the kind of its turn; what is not named waits for nobody outside. */
export const NOTE_TURNS: Readonly<Partial<Record<TurnKind, NoteRule>>> = {
  brief_review: rule('running', 'review of the brief', '审核 brief'),
  brief_changes: rule('running', 'changes to the brief', '修改 brief'),
  brief_send: rule('running', 'sending of the brief', '发送 brief'),
  wait: rule('running', 'sending of the brief', '发送 brief'),
  playback: rule('running', 'playback of the brief', '复述 brief'),
  difference: rule('running', 'settling where the brief is understood differently', '确认 brief 理解不一致之处'),
  question: rule('running', 'answer to a question on the brief', '回复 brief 上的提问'),
  answer: rule('running', 'answer to the invitation', '答复是否接单'),
  contract: rule('running', 'contract', '签订合同'),
  draft: rule('running', 'first draft', '初稿'),
  review: rule('running', 'review of a draft', '审核稿件'),
  revise: rule('running', 'revised draft', '修改稿件'),
  publish: rule('running', 'publication', '发布'),
  numbers: rule('running', 'numbers of a post', '回传数据'),
  declined: rule('running', 'somebody else for a declined post', '婉拒后另找达人'),
  request: rule('own', 'answer to your request', '答复你的请求'),
  erasure: rule('own', 'answer to your request to erase your data', '答复你的个人信息删除请求'),
}
