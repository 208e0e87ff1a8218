import { describe, expect, test } from 'vitest'
import { listMatches, lintText, makeRule, makeRulebook } from '../../test/compliance/small-rulebook.ts'
import { findTopics } from './find-shapes.ts'

const withDetector = (detector: Record<string, unknown>) => makeRulebook(makeRule('r', { detectors: [detector] }))
const titled = (rulebook: ReturnType<typeof withDetector>, title: string) =>
  lintText(rulebook, '', { title }).findings.map(({ match }) => match)

describe('a limit of characters', () => {
  const rulebook = withDetector({ kind: 'length', field: 'title', max: 4 })
  test.each([
    ['四个字整', []],
    ['五个字多了', ['了']],
    ['😀😀😀😀', []],
    ['😀😀😀😀尾', ['尾']],
    ['四字😀多😀', ['😀']],
    ['', []],
  ])('%s', (title, beyond) => expect(titled(rulebook, title)).toEqual(beyond))
})

describe('a limit of half widths, as shops count', () => {
  const rulebook = withDetector({ kind: 'length', field: 'title', max: 8, unit: 'halfWidth' })
  test.each([
    ['四个汉字', []],
    ['五个汉字了', ['了']],
    ['12345678', []],
    ['123456789', ['9']],
    ['mug白色x', []],
    ['mug白色xyz', ['yz']],
    ['a四个汉字', ['字']],
    ['ｍｕｇ杯子', ['子']],
  ])('%s', (title, beyond) => expect(titled(rulebook, title)).toEqual(beyond))
})

describe('a limit of topics', () => {
  const rulebook = withDetector({ kind: 'topics', max: 2 })
  test.each([
    ['#咖啡 #手冲', []],
    ['#咖啡 #手冲 #周末', ['#周末']],
    ['#咖啡##手冲##周末#', ['#周末#']],
    ['＃咖啡 ＃手冲 ＃周末。', ['＃周末']],
    ['第#1名 #咖啡', []],
    ['# 标题 # 副题 # 三', []],
    ['#咖啡，#手冲，#周末，#上海', ['#周末', '#上海']],
  ])('%s', (text, beyond) => expect(listMatches(rulebook, text)).toEqual(beyond))
  test('topics stand where they are written', () => {
    const text = '😀#咖啡 周末#手冲#'
    expect(findTopics(text).map(({ start, end }) => text.slice(start, end))).toEqual(['#咖啡', '#手冲#'])
  })
})

describe('links, but for the hosts that are fine', () => {
  const rulebook = withDetector({ kind: 'links', hosts: ['*'], except: ['weibo.com'] })
  test.each([
    ['https://weibo.com/1', []],
    ['https://m.weibo.com:443/1', []],
    ['HTTPS://WEIBO.COM', []],
    ['https://shop.example.com/?from=weibo.com', ['https://shop.example.com/?from=weibo.com']],
    ['https://shop.example.com/weibo.com', ['https://shop.example.com/weibo.com']],
    ['https://notweibo.com/1', ['https://notweibo.com/1']],
    ['https://weibo.com.example.com', ['https://weibo.com.example.com']],
    ['https://weibo.com@shop.example.com/1', ['https://weibo.com@shop.example.com/1']],
    ['www.weibo.com/1', []],
  ])('%s', (text, matches) => expect(listMatches(rulebook, text)).toEqual(matches))
  test('given links are judged the same', () => {
    const links = ['https://weibo.com/1', 'https://shop.example.com/1']
    expect(lintText(rulebook, '', { links }).findings.map(({ field }) => field)).toEqual(['links'])
  })
})
