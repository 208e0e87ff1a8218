import { testRule } from '../../test/compliance/rule-tester.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

// Other words than in the examples of the entries: a rule knows a class, not a sentence.
const rulebook = openShippedRulebook()
const paid = { commissioned: true } as const

testRule(rulebook, 'weibo.2020.links', {
  pass: [
    { text: '转发 https://m.weibo.cn/detail/1', facts: { account: 'creator' }, why: 'Weibo itself' },
    { text: '通知 https://www.sh.gov.cn/a', facts: { account: 'creator' }, why: 'kept for government' },
    { text: 'https://shop.example.com/1', facts: { account: 'brand' }, why: 'a verified organisation' },
    { text: '同款 https://shop.example.com/1', facts: { account: 'creator' }, at: '2020-07-31', why: 'a day earlier' },
  ],
  flag: [{ text: '博客 https://blog.example.org/x', facts: { account: 'creator' }, spans: ['https://blog.example.org/x'] }],
})
testRule(rulebook, 'weibo.gy.40', {
  pass: [
    { text: '新品。', facts: { ...paid, filing: 'none', label: '广告' }, why: 'recognisable: article 41' },
    { text: '新品。', facts: { ...paid, filing: 'none' }, why: 'nobody knows the label: a question' },
  ],
  flag: [{ text: '新品。', facts: { ...paid, filing: 'none', label: '合作' } }],
})
testRule(rulebook, 'weibo.gy.22', {
  pass: ['教辅推荐书单', '红领巾洗干净了', { text: '新品。', facts: { creator: { age: 14 } }, why: 'the youngest age' }],
  flag: ['作业本内页印了品牌广告', '校车冠名招商', '我今年13岁，主播一枚'],
})
testRule(rulebook, 'wx.pa.12-7', {
  pass: ['二维码过期了', '把头像改成雪山', { text: '头像不要放二维码', why: 'negated' }],
  flag: ['头像里有群码', '识别码设成头像了'],
})
testRule(rulebook, 'wx.pa.13', {
  pass: [
    { text: '三十天读完十本书。', why: 'no body' },
    { text: '下载量高三倍。', why: 'no body' },
    { text: '彩票店旁边的咖啡馆。', why: 'nobody sells the lottery' },
    { text: '新品。', facts: { ...paid, category: 'drug' }, why: 'approval unknown: a question' },
  ],
  flag: ['半个月掉了八斤', '一个月增高三公分', '牛股群已开，跟着买', '黑彩预测，进群', '电子烟现货批发'],
})
testRule(rulebook, 'xhs.2021.links', {
  pass: [
    { text: '看文档 https://docs.example.com/1', why: 'no shop' },
    { text: '今晚直播。', facts: { format: 'live', links: ['https://detail.tmall.com/1'] }, why: 'approved shops in live' },
    { text: '同款 https://item.taobao.com/1', at: '2021-08-01', why: 'a day earlier' },
  ],
  flag: ['同款 https://mobile.yangkeduo.com/goods?id=1', 'https://m.tb.cn/h.abc'],
})
testRule(rulebook, 'xhs.g.4-1-4', {
  pass: ['文案是自己写的', '照着菜谱做', { text: '没用过别的牌子。', why: 'says nothing of this one' }],
  flag: ['把稿子原文照发就行', '统一使用官方话术'],
})
testRule(rulebook, 'xhs.g.4-4-3', {
  pass: ['一条视频发到三个相册', '批量洗草莓', { text: '不搞批量发布。', why: 'negated' }],
  flag: ['同一篇笔记分发几十个账号', '一稿多发，铺笔记', '自动发文工具'],
})
testRule(rulebook, 'xhs.2026.convention', {
  pass: ['素人改造计划', '我是宝妈，也是学生', { text: '不要假装素人。', why: 'a warning' }],
  flag: ['伪装成真实用户发帖', '打造学霸人设，虚构一个海归人设', '写得别让人看出是广告'],
})
testRule(rulebook, 'dy.2022.beauty', {
  pass: [
    { text: '口红可以吃掉再补。', facts: { category: 'food' }, why: 'no cosmetic' },
    { text: '不保证有效，看个人肤质。', why: 'negated' },
  ],
  flag: ['承诺美白，没效果全退', '无效包退的精华'],
})
testRule(rulebook, 'ks.g.6-2-6', {
  pass: [
    { text: '我上抖音学的这道菜。', why: 'tells, does not urge' },
    { text: '公众号是什么？', why: 'a question' },
    { text: '后续在我快手主页更新。', why: 'stays here' },
  ],
  flag: ['全集到B站看', '移步公众号搜同名', '前往小红书关注我'],
})
testRule(rulebook, 'ks.g.5-2', {
  pass: [
    { text: '爸妈给我买的书桌。', why: 'no call' },
    { text: '压岁钱存银行。', why: 'no purchase' },
  ],
  flag: ['叫妈妈下单', '压岁钱就能买', '同学们快来买'],
})
testRule(rulebook, 'bili.conv.minor', {
  pass: [
    { text: '儿子推荐的绘本。', why: 'a child’s taste' },
    { text: '新品。', facts: { creator: { age: 17 } }, why: 'pay unknown' },
  ],
  flag: ['让女儿出镜带货', { text: '新品。', facts: { creator: { age: 17 }, purchasePath: true } }, '小学生直播卖文具'],
})
testRule(rulebook, 'bili.hh.pre', {
  pass: [
    { text: '最佳拍摄角度。', facts: paid, why: 'use tip' },
    { text: '99%的人都说好。', facts: { ...paid, evidence: [{ kind: 'source', reference: 'R' }] }, why: 'proof given' },
    { text: '消炎很快。', facts: { ...paid, category: 'drug' }, why: 'no cosmetic' },
  ],
  flag: [
    { text: '拥有多项国家专利。', facts: paid, spans: ['国家专利'] },
    { text: '百分之百满意。', facts: { ...paid, evidence: [] } },
  ],
})
testRule(rulebook, 'tb.live', {
  pass: ['下单后客服联系发货', '微信支付也可以'],
  flag: ['薇❤信加一下便宜二十', '线下转账不走平台', '买评论一条五毛'],
})
testRule(rulebook, 'zh.limits', {
  pass: [
    { text: '长文。', facts: { format: 'article', title: '字'.repeat(100) } },
    { text: '视频。', facts: { format: 'video', title: '字'.repeat(30) } },
  ],
  flag: [
    { text: '长文。', facts: { format: 'article', title: '字'.repeat(101) } },
    { text: '视频。', facts: { format: 'video', title: '字'.repeat(31) } },
  ],
})
testRule(rulebook, 'tmall.title', {
  pass: [
    { text: '详情。', facts: { title: '字'.repeat(30) } },
    { text: '详情。', facts: { title: 'x'.repeat(60) }, why: 'letters take half' },
  ],
  flag: [
    { text: '详情。', facts: { title: '字'.repeat(31) } },
    { text: '详情。', facts: { title: 'x'.repeat(61) } },
  ],
})
