import { describe, expect, test } from 'vitest'
import { lint, type ContentFacts } from './index.ts'
import { listContactCases } from '../../test/compliance/contact-cases.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const rulebook = openShippedRulebook()
const PLATFORMS = ['xiaohongshu', 'douyin', 'kuaishou', 'bilibili', 'weibo', undefined] as const
const check = (text: string, platform: ContentFacts['platform']) =>
  lint({ id: 'd', text, platform, format: 'post', category: 'general', account: 'creator' }, rulebook, { at: '2026-11-22' }).verdict
const isAlarm = (verdict: string) => ['block', 'error', 'warn'].includes(verdict)

const BENIGN = [
  '微信支付立减5元|我的微信步数昨天两万|V领毛衣很显瘦|今天的vlog更新了|VIP休息室|卫星云图今天更新|企鹅馆周末人不多|QQ糖真好吃',
  'QQ弹弹的丸子|扣子掉了，自己缝|运费会扣除10元|百褶裙很百搭|薇诺娜面霜|蔷薇开了|紫薇花期|威海三天两夜|权威发布|连衣裙均码',
  '群众演员|加油加油|在威海找了家民宿，加床80元|想找紫薇花海看日落|搜了半天vlog教程|企鹅馆领纪念章要排队|备注里写百褶裙M码',
  '扫了一眼卫星地图就找到路了|薇诺娜发货很快|权威医生加号很难|QQ弹的芋圆加奶茶|扣除定金后再付88886元|V领和圆领都发|VIP号码牌12号',
  '滴滴打车去机场|番茄炒蛋加糖|佳能R50拍的|长裙搭配短靴|群山环绕，找个地方露营|加班到九点，同事发了夜宵|戳一下蛋糕胚看熟没熟',
  '微信读书同名电影上映了|卫星发射成功，大家都在看|企鹅妈妈找宝宝|扣肉饭加个蛋|蓝牙连接失败，找说明书看看|扫地机扫得干净',
]
  .join('|')
  .split('|')

// Eleven invented digits, plain and with what people put between them.
const DIGITS = [...'13800138000']
const BETWEEN = ['', '❤', '❤️', '♥', '💗', '💕', '🩷', '-', '.', ' ', '✨']
const PLAIN = ['微信号 lucky8866', '加微信 lucky8866', '电话一三八零零一三八零零零', 'QQ群号 87654321', '邮箱 kol2026 at example']

describe('plain contacts', () => {
  test.each([...PLAIN, ...BETWEEN.map((between) => `电话${DIGITS.join(between)}`)])('%s is found, whatever the platform', (text) => {
    const passed = PLATFORMS.filter((platform) => !isAlarm(check(text, platform)))
    expect(passed).toEqual([])
  })
  test.each(['2❤0❤2❤6跨年快乐', '今天打了9❤9❤9❤9❤9分', '5❤2❤0快乐', '客服电话：110'])('%s is no contact', (text) => {
    for (const platform of PLATFORMS) expect(check(text, platform)).toBe('pass')
  })
})

describe('whose rule it is', () => {
  const rulesOf = (text: string, facts: Partial<ContentFacts>) =>
    lint({ id: 'd', text, format: 'post', category: 'general', account: 'creator', ...facts }, rulebook, { at: '2026-11-22' }).findings.map(
      ({ ruleId }) => ruleId,
    )
  test.each([
    ['xiaohongshu', 'xhs.g.3-2-1'],
    ['douyin', 'dy.ua.4-6'],
    ['kuaishou', 'ks.g.3-6-10'],
    ['bilibili', 'bili.conv.promo'],
    ['weibo', 'weibo.gy.55'],
  ] as const)('on %s a contact falls under the rule of the platform, and under no other', (platform, ruleId) => {
    expect(rulesOf('加薇信 abc123', { platform })).toEqual([ruleId])
  })
  test('where no platform is named it falls under the rule made of those five', () => {
    expect(rulesOf('加薇信 abc123', {})).toEqual(['contacts.any-platform'])
  })
  test('the bans of live selling are about live rooms', () => {
    expect(rulesOf('加薇信 abc123', { format: 'live', platform: 'taobao_live' })).toContain('live21.bans')
    expect(rulesOf('加薇信 abc123', { format: 'post', platform: 'taobao_live' })).not.toContain('live21.bans')
  })
})

describe('disguised contacts', () => {
  const cases = listContactCases()
  const missed = cases.filter(({ text, platform }) => !isAlarm(check(text, platform)))
  // eslint-disable-next-line no-console -- the measured number is the point of this test
  console.log(`disguised contacts found: ${cases.length - missed.length}/${cases.length}`)
  test('at least 95 % are found', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200)
    expect(missed.map(({ text, platform }) => `${platform}: ${text}`).slice(0, 40)).toEqual([])
  })
  test.each(BENIGN)('an innocent look-alike passes: %s', (text) => {
    for (const platform of PLATFORMS) expect(check(text, platform)).toBe('pass')
  })
  test('a disguise alone is for a person to look at', () => expect(check('绿泡泡', 'xiaohongshu')).toBe('review'))
})
