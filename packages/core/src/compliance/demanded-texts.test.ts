import { describe, expect, test } from 'vitest'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { lint } from './index.ts'
import { CATEGORIES, PLATFORMS } from '../shared/index.ts'

const rulebook = openShippedRulebook()

// What one rule makes a brand write, no other may underline: texts of law, labels, and the statements platforms offer.
const DEMANDED = [
  '保健食品不是药物，不能代替药物治疗疾病',
  '本品不能代替药物',
  '适宜人群：免疫力低下者',
  '不适宜人群：孕妇、婴幼儿',
  '保健食品标志（蓝帽子）',
  '广告批准文号：示例食健广审（文）第2026001号',
  '请按药品说明书或者在药师指导下购买和使用',
  '禁忌',
  '不良反应',
  'OTC标识',
  '本广告仅供医学药学专业人士阅读',
  '请仔细阅读产品说明书或者在医务人员的指导下购买和使用',
  '禁忌内容或者注意事项详见说明书',
  '适用人群',
  '不适用于非目标人群使用',
  '请在医生或者临床营养师指导下使用',
  '投资有风险，入市需谨慎',
  '理财非存款，产品有风险，投资须谨慎',
  '本产品不保本，不承诺收益',
  '过量饮酒有害健康，未成年人请勿饮酒',
  '吸烟有害健康',
  '开发企业名称：示例置业有限公司',
  '预售许可证号：示例房预售证第2026001号',
  '广告',
  '本广告由AI技术生成',
  '内容由AI生成',
  '个人观点或见解',
  '转载信息',
  '内容含营销推广信息',
  '虚构演绎',
  '内容为AI生成',
  '演绎情节',
  '个人观点',
  '虚构演绎，仅供娱乐',
  '笔记含AI合成内容',
  '内容包含营销广告',
  '内容来源声明',
  '含AI生成内容',
  '含虚构演绎内容',
  '个人观点，仅供参考',
  '内容含营销信息',
  '虚构剧情',
  '自行拍摄',
  '请勿模仿',
  '审图号：GS(2026)0000号',
]

describe('a text that one rule demands is no hit of another', () => {
  test.each(DEMANDED)('%s', (text) => {
    const told = CATEGORIES.flatMap((category, index) => {
      const platform = PLATFORMS[index % PLATFORMS.length]
      const { findings } = lint({ id: 'd', text, category, ...(platform && { platform }) }, rulebook, { at: '2026-11-22' })
      return findings.filter(({ match }) => match !== null).map(({ ruleId, match }) => `${category} ${ruleId} ${match}`)
    })
    expect(told).toEqual([])
  })

  test('near miss: the same words without the denial are a claim', () => {
    const { findings } = lint({ id: 'd', text: '本品代替药物治疗疾病', category: 'health_food' }, rulebook, { at: '2026-11-22' })
    expect(findings.map(({ ruleId }) => ruleId)).toContain('ad-law.art18')
  })
})
