import { describe, expect, test } from 'vitest'
import { coverSentence, findForbidden } from './match-words.ts'

const both = (zh: string, en: string) => ({ zh, en })

describe('a point of the brief in somebody’s own words', () => {
  const cases: readonly { why: string; point: [string, string]; words: string; missing: string[] }[] = [
    {
      why: 'the same thing said otherwise',
      point: ['持妆十二小时。', 'It stays on for 12 hours.'],
      words: '早上八点上妆，到晚上十二小时了妆都还在，持妆很稳',
      missing: [],
    },
    { why: 'a number is another', point: ['持妆 12 小时。', 'It stays on for 12 hours.'], words: '持妆 24 小时都没问题', missing: ['12'] },
    { why: 'spelt numbers answer figures', point: ['持妆 12 小时。', ''], words: '持妆十二小时', missing: [] },
    { why: 'a Latin name is left out', point: ['说出 Alpensee 冰川面霜。', ''], words: '这瓶冰川面霜真的好用', missing: ['Alpensee'] },
    { why: 'case does not matter', point: ['说出 Alpensee 冰川面霜。', ''], words: '我用的是 alpensee 冰川面霜', missing: [] },
    { why: 'nothing of it is said', point: ['不含香精。', 'No fragrance.'], words: '质地清爽，早晚都在用', missing: ['含香精'] },
    { why: 'only asking words: nothing to say', point: ['请自己说。', ''], words: '好', missing: [] },
    {
      why: 'English words meet the English side',
      point: ['不含香精。', 'Contains no fragrance.'],
      words: 'It contains zero fragrances',
      missing: [],
    },
    {
      why: 'English words that miss it',
      point: ['不含香精。', 'Contains no fragrance.'],
      words: 'I love the texture',
      missing: ['contains', 'fragrance'],
    },
    { why: 'an empty side does not count', point: ['', 'Contains glycerin.'], words: '含甘油', missing: ['contains', 'glycerin'] },
    { why: 'an empty point', point: ['', ''], words: '含甘油', missing: [] },
  ]
  test.each(cases)('$why', ({ point: [zh, en], words, missing }) => {
    expect(coverSentence(both(zh, en), words)).toEqual({ isSaid: missing.length === 0, missing })
  })

  test('saying the sentence itself always says it', () => {
    for (const text of ['说说换季时的肤感。', '含 5% 玻色因，30 克装。', '三十万人都在用的面霜', 'Say how it feels on your skin.'])
      expect([text, coverSentence(both(text, ''), text).isSaid, coverSentence(both('', text), text).isSaid]).toEqual([text, true, true])
  })
})

describe('what a “do not” forbids, in somebody’s own words', () => {
  const cases: readonly { why: string; line: [string, string]; words: string; found: string[] }[] = [
    {
      why: 'the word itself',
      line: ['不要说「药妆」。', 'Do not say “cosmeceutical”.'],
      words: '这是药妆级的面霜，我很喜欢',
      found: ['这是药妆级的面霜'],
    },
    {
      why: 'in English',
      line: ['不要说「药妆」。', 'Do not say “cosmeceutical”.'],
      words: 'A cosmeceutical cream. Lovely.',
      found: ['A cosmeceutical cream'],
    },
    { why: 'near miss: it is denied', line: ['不要说「药妆」。', ''], words: '它不是药妆，但很好用', found: [] },
    { why: 'praise denies nothing', line: ['不要说「药妆」。', ''], words: '药妆级别，真不错', found: ['药妆级别'] },
    {
      why: 'a rival’s name',
      line: ['不提及竞品 Bergquell', 'Do not mention Bergquell'],
      words: '比 bergquell 更润',
      found: ['比 bergquell 更润'],
    },
    { why: 'near miss: the brief’s own name', line: ['不要把 Alpensee 说成中国品牌', ''], words: 'Alpensee 来自瑞士', found: [] },
    { why: 'content without quotes', line: ['不作医疗功效的承诺。', ''], words: '有医疗功效承诺', found: [] },
    { why: 'the forbidden words as they stand', line: ['不得涉及竞品对比。', ''], words: '我会做竞品对比', found: [] },
    { why: 'a single character is the linter’s', line: ['不要用「最」等词。', ''], words: '最近在用', found: [] },
    { why: 'one word', line: ['禁止宣称美白。', ''], words: '用了一周明显美白，很开心', found: ['用了一周明显美白'] },
  ]
  test.each(cases)('$why', ({ line: [zh, en], words, found }) => {
    expect(findForbidden(both(zh, en), words, ['Alpensee 冰川面霜']).map((clause) => clause.trim())).toEqual(found)
  })
})
