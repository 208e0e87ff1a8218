import type { BriefState, FreedomDemand } from '../briefs/index.ts'

/** The states of a brief as Chinese sentences call them. */
export const BRIEF_STATE_NAMES_ZH = {
  draft: '草稿',
  in_review: '审阅中',
  changes_requested: '待修改',
  approved: '已通过',
  sent: '已发出',
  acknowledged: '达人已确认',
} as const satisfies Record<BriefState, string>

/** The axes an audience is described by. */
export const AXIS_NAMES_ZH = { gender: '性别', age: '年龄' } as const

/** The demands of a brief that cost freedom, as a sentence names them shortly. */
export const DEMAND_NAMES_ZH: Readonly<Record<string, string>> = {
  verbatim: '照念文字',
  mustSay: '必说点',
  fixedCaption: '指定文案',
  fixedTime: '指定时间',
  shots: '必拍镜头',
  rounds: '修改轮数',
  toneApproval: '审语气',
} satisfies Record<FreedomDemand, string>
