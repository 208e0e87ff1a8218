import { describe, expect, test } from 'vitest'
import { makeRule } from '../../test/compliance/small-rulebook.ts'
import { describeRule, ruleEntrySchema } from './index.ts'

const rowOf = (label: string, more: Readonly<Record<string, unknown>>) =>
  new Map([
    ...describeRule(ruleEntrySchema.parse(makeRule('r', more)), 'en'),
    ...describeRule(ruleEntrySchema.parse(makeRule('r', more)), 'zh'),
  ]).get(label)
const reach = { appliesTo: { who: ['creator', 'brand'], categories: ['cosmetics', 'food'], platforms: ['weibo'], formats: ['*'] } }
const examples = { valid: [{ text: 'a' }, { text: 'b' }], invalid: [{ text: 'c' }, { text: 'd' }] }
const fact = { kind: 'fact', detectors: null, outcome: 'info' }
const source = { title: '办法', number: null, article: '第一条', url: null, checkedOn: null, readKind: 'full_text_copy' }

describe('an entry as a reader asks for it', () => {
  test.each<[string, string, Record<string, unknown>, string | undefined]>([
    ['whom it binds', 'applies to', reach, 'creator, brand; cosmetics, food; weibo; all'],
    ['the same in Chinese, by name', '适用', reach, 'creator、brand；化妆品、食品；微博；全部'],
    ['since when', 'in force', { validTo: '2026-12-31' }, '2020-01-01 – 2026-12-31 (read)'],
    ['since when, in Chinese', '有效期', {}, '2020-01-01 – 至今（read）'],
    ['a start nobody recorded', '有效期', { validFrom: null }, '未记录 – 至今（read）'],
    ['where it stands, without what is not known', 'source', { source }, '办法 · 第一条'],
    ['never checked', 'last checked', { source }, 'not recorded (full_text_copy)'],
    ['checked', '最近核对', { source: { ...source, checkedOn: '2026-11-22' } }, '2026-11-22（full_text_copy）'],
    ['no penalty recorded', '罚则', {}, '未记录'],
    ['a penalty', 'penalty', { penalty: '10,000 CNY' }, '10,000 CNY'],
    ['a penalty, in Chinese', '罚则', { penalty: '10,000 CNY', penaltyZh: '罚款一万元' }, '罚款一万元'],
    ['a penalty only told in English', '罚则', { penalty: '10,000 CNY' }, '10,000 CNY'],
    ['a fact judges nothing', 'outcome', fact, '-'],
    ['what it exempts from', '豁免', { exempts: ['a', 'b'] }, 'a、b'],
    ['nothing exempted, nothing said', 'exempts', {}, undefined],
    ['a rule of a province', 'holds in', { jurisdiction: 'CN-BJ' }, 'CN-BJ'],
    ['the whole country, nothing said', 'holds in', {}, undefined],
    ['the day it was announced', '公布日期', { announcedOn: '2019-12-24' }, '2019-12-24'],
    ['what it took the place of', 'takes the place of', { supersedes: ['old'] }, 'old'],
    [
      'what it lets pass',
      '不受限情形',
      {
        exemptions: [
          { en: 'a', zh: '甲' },
          { en: 'b', zh: '乙' },
        ],
      },
      '甲；乙',
    ],
    ['what it is known to miss', 'known misses', { examples: { todo: [{ text: '漏', should: 'flag' }], ...examples } }, '漏'],
    ['no notes, nothing said', '备注', {}, undefined],
    ['a note, in Chinese', '备注', { notes: 'see law', notesZh: '见法条' }, '见法条'],
    ['a note that was written in English only', '备注', { notes: 'see law' }, 'see law'],
  ])('%s', (_name, ...[label, more, value]) => expect(rowOf(label, more)).toBe(value))
})
