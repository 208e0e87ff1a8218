import type { Localized } from '../shared/index.ts'
import type { FreedomDemand } from './freedom-demands.ts'
import type { FreedomCost, FreedomTable } from './freedom-table-schema.ts'

const ASSUMED = '[A]'
const cost = (name: FreedomDemand, weight: number, { free = 0, cap = weight }: { free?: number; cap?: number } = {}): FreedomCost => ({
  name,
  weight,
  free,
  cap,
  source: ASSUMED,
})
const usual = (platform: FreedomTable['usual'][number]['platform'], characters: number) => ({ platform, characters, source: ASSUMED })

/** The table that is shipped: every number in it is our assumption. Lengths: Weibo post, note, script of a 60-second video, article. */
export const FREEDOM_TABLE: FreedomTable = {
  version: 'freedom-1',
  costs: [
    cost('verbatim', 35),
    cost('mustSay', 4, { free: 2, cap: 20 }),
    cost('fixedCaption', 15),
    cost('fixedTime', 10),
    cost('shots', 3, { cap: 10 }),
    cost('rounds', 5, { free: 2, cap: 5 }),
    cost('toneApproval', 5),
  ],
  usual: [usual('weibo', 140), usual('xiaohongshu', 400), usual('wechat_oa', 1500), usual('zhihu', 1500), usual(null, 250)],
}

/** What a demand is called, and what striking it means. */
export const DEMAND_TEXTS: Readonly<
  Record<FreedomDemand, { readonly label: Localized; readonly change: Localized; readonly sign: Localized }>
> = {
  verbatim: {
    label: { en: 'words demanded verbatim ÷ usual length', zh: '要求照念的字数 ÷ 常见篇幅' },
    change: { en: 'Strike the words demanded verbatim.', zh: '删去要求照念的文字。' },
    sign: { en: 'verbatim/usual', zh: '照念字数/常见篇幅' },
  },
  mustSay: {
    label: { en: 'must-say points', zh: '必说点' },
    change: { en: 'Turn must-say points into suggestions.', zh: '把必说点改为建议。' },
    sign: { en: 'mustSay', zh: '必说点' },
  },
  fixedCaption: {
    label: { en: 'caption fixed by the brand', zh: '品牌指定文案' },
    change: { en: 'Leave the caption to the creator.', zh: '文案交给达人写。' },
    sign: { en: 'fixedCaption', zh: '指定文案' },
  },
  fixedTime: {
    label: { en: 'posting time fixed by the brand', zh: '品牌指定发布时间' },
    change: { en: 'Leave the posting time to the creator.', zh: '发布时间交给达人定。' },
    sign: { en: 'fixedTime', zh: '指定发布时间' },
  },
  shots: {
    label: { en: 'shots demanded', zh: '必拍镜头' },
    change: { en: 'Turn demanded shots into suggestions.', zh: '把必拍镜头改为建议。' },
    sign: { en: 'shots', zh: '必拍镜头' },
  },
  rounds: {
    label: { en: 'revision rounds', zh: '修改轮数' },
    change: { en: 'Ask for fewer revision rounds.', zh: '减少修改轮数。' },
    sign: { en: 'rounds', zh: '修改轮数' },
  },
  toneApproval: {
    label: { en: 'tone approved by the brand', zh: '品牌审语气' },
    change: { en: 'Check facts and rules only, not the tone.', zh: '只审事实与合规，不审语气。' },
    sign: { en: 'toneApproval', zh: '审语气' },
  },
}
