import { describe, expect, test } from 'vitest'
import { nameConstraint, tellAmount } from './index.ts'

describe('what people call a constraint', () => {
  test.each([
    ['micro.minCount', 'the minimum number of micro KOLs', '腰部/初级达人最少人数'],
    ['kol.maxCount', 'the maximum number of KOLs', '头部/肩部 KOL最多人数'],
    ['koc.minShare', 'the minimum budget share of KOCs', 'KOC 素人最低预算占比'],
    ['celebrity.maxShare', 'the maximum budget share of celebrities', '明星最高预算占比'],
    ['xiaohongshu.minShare', 'the minimum budget share of xiaohongshu', '小红书最低预算占比'],
    ['micro or koc.minCount', 'the minimum number of micro KOLs or KOCs', '腰部/初级达人或KOC 素人最少人数'],
    ['tier.1.minCount', 'the minimum number of tier.1', 'tier.1最少人数'],
    ['budgetFen', 'the budget', '总预算'],
    ['minimum.value', 'the minimum value', '最低总价值'],
    ['conflicts', 'the conflicts between creators', '互斥关系'],
    ['never.a1', 'never a1', '「不合作」名单中的 a1'],
    ['mustHave.douyin.a1', 'must-have douyin.a1', '「必选」名单中的 douyin.a1'],
  ])('%s', (constraint, en, zh) => expect(nameConstraint(constraint)).toEqual({ en, zh }))

  test.each(['seedingPower', 'micro.median', 'never', ''])('what has no name stays as it is: %j', (constraint) => {
    expect(nameConstraint(constraint)).toEqual({ en: constraint, zh: constraint })
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('a group called %s is a group like any other', (group) => {
    expect(nameConstraint(`${group}.minCount`)).toEqual({ en: `the minimum number of ${group}`, zh: `${group}最少人数` })
    expect(nameConstraint(group)).toEqual({ en: group, zh: group })
    expect(nameConstraint(`micro.${group}`)).toEqual({ en: `micro.${group}`, zh: `micro.${group}` })
  })
})

describe('amounts of a constraint', () => {
  test.each([
    ['budgetFen', 12_345_678, 'CNY 123,456.78', '¥123,456.78'],
    ['micro.minShare', 0.3, '30%', '30%'],
    ['micro.maxShare', 0.1234, '12.3%', '12.3%'],
    ['micro.minCount', 1200, '1,200', '1,200'],
    ['minimum.value', 45_000.5, '45,000.5', '45,000.5'],
    ['micro.minCount', 0, '0', '0'],
    ['never.a1', null, 'none', '无'],
  ])('%s of %s', (constraint, amount, en, zh) => expect(tellAmount(constraint, amount)).toEqual({ en, zh }))
})
