import { describe, expect, test } from 'vitest'
import { findShape, findUrls } from './find-shapes.ts'
import { fold } from './fold.ts'
import { readAge } from './read-age.ts'
import { hasAdLabel, tellsCommission } from './read-label.ts'
import { readTopPrizeFen } from './read-prize.ts'

describe('readAge', () => {
  test.each([
    ['15岁主播直播带货', 15],
    ['八岁小童星代言牛奶', 8],
    ['十二岁小演员出演', 12],
    ['二十岁的博主', 20],
    ['十岁童星', 10],
    ['孩子八岁了,今天大扫除', null],
    ['主播25岁,搭档17岁', 17],
    ['主播今天休息', null],
    ['两岁萌娃推荐', 2],
    ['两岁宝宝做奶粉推荐官', 2],
    ['孩子七岁，要做班里的广播员', null],
    ['100岁奶奶当博主', 100],
    ['1.5岁宝宝推荐', 1.5],
    ['6-12岁童星', 6],
    ['６岁童星', 6],
    ['编号2026岁主播', null],
    ['主播今天休息。孩子三岁', null],
    ['主播，九周岁', 9],
    ['让五岁的女儿给奶粉打广告', 5],
    ['年仅九岁，已接十个商单', 9],
    ['五岁女儿在公园放风筝', null],
    ['三岁萌宝直播卖奶片', 3],
  ])('%s → %s', (text, age) => expect(readAge(fold(text), text)).toBe(age))
})

describe('hasAdLabel', () => {
  test.each([
    ['广告｜和品牌合作', true],
    ['#广告# 收到品牌寄的扫地机', true],
    ['（广告）本条由某品牌支持。', true],
    ['【广告】新品', true],
    ['新品上市 #广告', true],
    ['（右上角平台标：广告）今天试的这款', true],
    ['广告法第九条说什么', false],
    ['这不是广告', false],
    ['广告公司上班的一天', false],
    ['文案无广告字样', false],
  ])('%s → %s', (text, expected) => expect(hasAdLabel(text)).toBe(expected))
})

describe('tellsCommission', () => {
  test.each([
    ['合作推广', true],
    ['赞助', true],
    ['PR赠送', true],
    ['品牌提供样品', true],
    ['商务合作', true],
    ['广告', false],
    ['非合作', false],
    ['自费', false],
    ['平台标识', false],
    ['原创', false],
    ['', false],
  ])('%s → %s', (label, expected) => expect(tellsCommission(label)).toBe(expected))
})

describe('readTopPrizeFen', () => {
  test.each([
    ['下单抽奖,最高奖10万元现金', 10_000_000],
    ['一等奖5000元', 500_000],
    ['大奖3千元,特等奖2万元', 2_000_000],
    ['抽三位送面霜', null],
    ['最高奖1.5万元', 1_500_000],
    ['奖金10,000元', 1_000_000],
    ['奖金１０，０００元', 1_000],
    ['奖金0.01元', 1],
    ['獎金5万元', 5_000_000],
    ['奖励现金。3万', null],
    ['关注转发抽现金8万元', 8_000_000],
    ['头奖奔驰车一台，价值35万元', 35_000_000],
    ['抽奖送价值二十万的汽车', 20_000_000],
    ['一等奖六万元旅游基金', 6_000_000],
    ['抽一辆三十五万的轿车', 35_000_000],
    ['幸运转盘，两百万大奖', 200_000_000],
    ['抽三人送299元红包', 29_900],
    ['年薪20万的工作怎么找', null],
    ['满300减40，价值感很强', null],
    ['抽屉最大承重1万克', null],
  ])('%s → %s', (text, expected) => expect(readTopPrizeFen(fold(text), text)).toBe(expected))
})

describe('findShape', () => {
  const shapes = (text: string, list: string) => {
    const folded = fold(text)
    return findShape(list, folded, text).map((hit) => folded.text.slice(hit.start, hit.end))
  }
  test.each([
    ['企鹅号：一三八零零一三八', ['一三八零零一三八']],
    ['群 8 7 6 5 4 3 2 1', ['87654321']],
    ['卖了120000件', []],
    ['2026-11-22上新', []],
    ['售价12800元', []],
  ])('an address-like number: %s', (text, expected) => expect(shapes(text, '@longNumber')).toEqual(expected))
  test('durations and years', () => {
    expect(shapes('28天见效，两个月回本', '@duration')).toEqual(['28天', '两个月'])
    expect(shapes('2025年3月开业', '@year')).toEqual(['2025年'])
  })
})

test('web addresses end before Chinese', () => {
  expect(findUrls('见https://a.example.com/x?y=1，或 www.b.example.com。').map(({ url }) => url)).toEqual([
    'https://a.example.com/x?y=1',
    'www.b.example.com',
  ])
})
