import type { BriefSection } from './list-items.ts'

/** What a section is called where briefs are written; the first of each language heads it in our own text. */
export const BRIEF_HEADINGS: Readonly<Record<BriefSection, { readonly zh: readonly string[]; readonly en: readonly string[] }>> = {
  background: { zh: ['背景', '项目背景', '品牌背景', '品牌介绍'], en: ['Background', 'About the brand', 'Introduction'] },
  goal: { zh: ['传播目标', '目标', '推广目标', '项目目标', '营销目标'], en: ['Goal', 'Objective', 'Objectives', 'Campaign goal'] },
  kpis: { zh: ['KPI', '考核指标', '指标'], en: ['KPIs', 'Targets'] },
  audience: { zh: ['目标人群', '人群', '目标受众', '受众'], en: ['Audience', 'Target audience', 'Target group'] },
  keyMessage: { zh: ['核心信息', '核心卖点', '传播核心', '主题'], en: ['Key message', 'Core message', 'Main message'] },
  productFacts: {
    zh: ['产品事实', '产品信息', '产品介绍', '产品卖点', '卖点'],
    en: ['Product facts', 'Product information', 'Selling points', 'Product'],
  },
  mustSay: {
    zh: ['要点', '必提内容', '必说', '必须提及', '内容要求'],
    en: ['Points to make', 'Must say', 'Mandatory points', 'Content requirements'],
  },
  mustNot: {
    zh: ['禁止事项', '禁忌', '注意事项', '避免内容', '不可提及', '禁用词'],
    en: ['Do not', 'Must not', 'Don’ts', 'To avoid', 'Forbidden'],
  },
  shots: { zh: ['镜头', '拍摄要求', '画面要求', '分镜'], en: ['Shots', 'Scenes', 'Visual requirements'] },
  deliverables: { zh: ['发布内容', '交付内容', '交付物', '合作形式'], en: ['Posts', 'Deliverables'] },
  disclosure: {
    zh: ['广告标识与报备', '广告标识', '报备', '报备要求'],
    en: ['Label and filing', 'Disclosure', 'Advertising label', 'Filing'],
  },
  links: { zh: ['链接与口令', '链接', '口令', '优惠码'], en: ['Links and codes', 'Links', 'Codes'] },
  hashtags: { zh: ['话题', '话题标签', '标签', '带话题'], en: ['Hashtags', 'Tags', 'Topics'] },
  assets: { zh: ['素材', '素材下载'], en: ['Assets', 'Materials'] },
  verbatim: { zh: ['照念文字', '原文照说', '口播文案', '固定文案'], en: ['Words demanded verbatim', 'Verbatim', 'Script'] },
  names: { zh: ['名称', '专有名称'], en: ['Names'] },
  review: { zh: ['审稿与时限', '时限'], en: ['Review and clocks', 'Clocks'] },
  reviewSteps: { zh: ['审稿流程', '审核流程', '流程'], en: ['Review steps', 'Review process'] },
  usageRights: { zh: ['素材授权', '授权', '使用授权', '版权'], en: ['Usage rights', 'Rights', 'Usage'] },
  exclusivity: { zh: ['排竞', '竞品排他', '排他'], en: ['Exclusivity'] },
  paymentTerms: { zh: ['付款条件', '付款', '结算方式', '付款方式'], en: ['Payment terms', 'Payment'] },
  contacts: { zh: ['联系人', '联系方式', '对接人'], en: ['Contacts', 'Contact'] },
}
