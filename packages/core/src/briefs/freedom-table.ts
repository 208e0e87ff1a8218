import type { Localized, Platform } from '../shared/index.ts'

/** Characters a post usually has, by platform [A]: Weibo 140, Xiaohongshu note 400, 60-s video script 250, article 1,500. */
export const USUAL_LENGTH: Readonly<Record<Platform, number>> = {
  weibo: 140,
  xiaohongshu: 400,
  wechat_oa: 1500,
  zhihu: 1500,
  douyin: 250,
  kuaishou: 250,
  wechat_channels: 250,
  bilibili: 250,
  taobao_live: 250,
  tmall: 250,
}

/** What one demand costs: `cost = min(cap, weight × max(0, value − free))`. */
export interface FreedomCost {
  readonly name: 'verbatim' | 'mustSay' | 'fixedCaption' | 'fixedTime' | 'rounds'
  readonly label: Localized
  readonly weight: number
  readonly free: number
  readonly cap: number
}

/** Every weight is our assumption [A], version 2026-11: edit the row, and the printed formula follows. */
export const FREEDOM_COSTS: readonly FreedomCost[] = [
  {
    name: 'verbatim',
    label: { en: 'words demanded verbatim ÷ usual length', zh: '要求照念的字数 ÷ 常见篇幅' },
    weight: 35,
    free: 0,
    cap: 35,
  },
  { name: 'mustSay', label: { en: 'must-say points beyond 2', zh: '超过 2 条的必说点' }, weight: 4, free: 2, cap: 20 },
  { name: 'fixedCaption', label: { en: 'caption fixed by the brand', zh: '品牌指定文案' }, weight: 15, free: 0, cap: 15 },
  { name: 'fixedTime', label: { en: 'posting time fixed by the brand', zh: '品牌指定发布时间' }, weight: 10, free: 0, cap: 10 },
  { name: 'rounds', label: { en: 'revision rounds beyond 2', zh: '超过 2 轮的修改' }, weight: 5, free: 2, cap: 5 },
]

/** The formula as it is printed beside the score. */
export const FREEDOM_FORMULA: Localized = {
  en: 'F = 100 − 35·min(1, verbatim/usual) − 4·max(0, mustSay − 2) (≤ 20) − 15·fixedCaption − 10·fixedTime − 5·max(0, rounds − 2) (≤ 5), floor 0',
  zh: 'F = 100 − 35·min(1, 照念字数/常见篇幅) − 4·max(0, 必说点 − 2)（≤ 20） − 15·指定文案 − 10·指定发布时间 − 5·max(0, 修改轮数 − 2)（≤ 5），最低 0',
}
