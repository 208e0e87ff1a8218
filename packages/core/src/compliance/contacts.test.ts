import { describe, expect, test } from 'vitest'
import { lint, type ContentFacts } from './index.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const rulebook = openShippedRulebook()
const PLATFORMS = ['xiaohongshu', 'douyin', 'kuaishou', 'bilibili'] as const
const check = (text: string, platform: ContentFacts['platform']) =>
  lint({ id: 'd', text, platform, format: 'post', category: 'general', account: 'creator' }, rulebook, { at: '2026-11-22' }).verdict
const isAlarm = (verdict: string) => ['block', 'error', 'warn'].includes(verdict)

const NAMES = '微信 薇信 威信 维信 微芯 v信 V❤信 vx VX wx 卫星 围信 徽信 绿泡泡 Ｗ信 微·信 微\u200b信 QQ 扣扣 抠抠 蔻蔻 企鹅 🐧 秋秋'.split(
  ' ',
)
const SHAPES = [
  '加{name}：abc_123',
  '➕{name} abc123',
  '{name}搜：某某同名',
  '找我{name}88886666',
  '{name}号：一三八零零一三八',
  '備註領取，{name}：abc-123',
  '扫{name}领资料',
  '{name}➕我 kol2026',
]
const BENIGN =
  '微信支付立减5元|我的微信步数昨天两万|V领毛衣很显瘦|今天的vlog更新了|VIP休息室|卫星云图今天更新|企鹅馆周末人不多|QQ糖真好吃|QQ弹弹的丸子|扣子掉了，自己缝|运费会扣除10元|百褶裙很百搭|薇诺娜面霜|蔷薇开了|紫薇花期|威海三天两夜|权威发布|连衣裙均码|群众演员|加油加油'.split(
    '|',
  )

describe('disguised contacts', () => {
  const cases = NAMES.flatMap((name, index) =>
    SHAPES.map((shape) => ({ text: shape.replace('{name}', name), platform: PLATFORMS[index % PLATFORMS.length] })),
  )
  const missed = cases.filter(({ text, platform }) => !isAlarm(check(text, platform)))
  // eslint-disable-next-line no-console -- the measured number is the point of this test
  console.log(`disguised contacts found: ${cases.length - missed.length}/${cases.length}`)
  test('at least 95 % are found', () => {
    expect(missed.map(({ text }) => text).slice(0, 20)).toHaveLength(Math.min(20, missed.length))
    expect(cases.length).toBeGreaterThanOrEqual(180)
    expect((cases.length - missed.length) / cases.length).toBeGreaterThanOrEqual(0.95)
  })
  test.each(BENIGN)('an innocent look-alike passes: %s', (text) => {
    for (const platform of PLATFORMS) expect(check(text, platform)).toBe('pass')
  })
  test('a disguise alone is for a person to look at', () => expect(check('绿泡泡', 'xiaohongshu')).toBe('review'))
})
