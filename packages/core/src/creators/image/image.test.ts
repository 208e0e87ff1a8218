import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRulebook, READ_KINDS, ruleEntrySchema } from '../../compliance/index.ts'
import type { Post } from '../../imports/index.ts'
import {
  describeImage,
  imageReportSchema,
  newAccount,
  newMetric,
  type HeldComment,
  type HeldIncident,
  type ImageFacts,
  type ImageReport,
} from '../index.ts'
import { compareTone, measureTone } from './measure-tone.ts'
import { readDialogue, readSeverity } from './read-comments.ts'
import { listBrands, listTopics } from './read-posts.ts'
import { scoreSafety } from './score-safety.ts'
import { QUESTIONS, SEVERITIES } from './speech-table.ts'
import { TOPICS } from './topic-table.ts'

const TODAY = '2026-11-26'
const account = newAccount({ platform: 'xiaohongshu', accountId: 'a', followers: 60_000 })
const post = (postId: string, text: string | null, known: Partial<Post> = {}): Post => ({
  platform: 'xiaohongshu',
  postId,
  accountId: 'a',
  url: null,
  publishedAt: '2026-11-01T04:00:00Z',
  format: 'note',
  title: null,
  text,
  sponsored: null,
  observations: [],
  ...known,
})
const comment = (text: string, known: Partial<HeldComment> = {}): HeldComment => ({ postId: 'p', text, ...known })

/** One rule that blocks 最佳 from 2026 on, so that the day of a post decides. */
const rule = ruleEntrySchema.parse({
  id: 'test.best',
  kind: 'rule',
  title: { en: 'No superlatives', zh: '不得使用最佳' },
  requirement: { en: 'No superlatives.', zh: '不得使用最佳。' },
  appliesTo: { who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'] },
  outcome: 'block',
  validFrom: '2026-01-01',
  validTo: null,
  validFromConfidence: 'certain',
  source: { title: 'test', number: null, article: null, url: null, checkedOn: '2026-01-01', readKind: READ_KINDS[0] },
  penalty: null,
  detectors: [{ kind: 'terms', words: ['最佳'] }],
  fix: { en: 'Leave it out.', zh: '请删除。' },
  examples: { invalid: [{ text: '最佳' }, { text: '最佳面霜' }], valid: [{ text: '不错' }, { text: '很好' }] },
  status: 'in force',
  notes: null,
})
function makeRulebook() {
  const compiled = compileRulebook([rule], { version: 'test' })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  return compiled.value
}
const rulebook = makeRulebook()
const report = (facts: Partial<ImageFacts>): ImageReport => describeImage(account, { today: TODAY, rulebook, ...facts })

describe('nothing held is unknown, never clean', () => {
  test('no posts: every part unknown, no score, and at most says what could be', () => {
    const image = report({})
    expect(image).toMatchObject({
      postsHeld: 0,
      textsHeld: 0,
      rules: null,
      topics: null,
      tone: null,
      dialogue: null,
      brands: null,
      severity: null,
    })
    expect(image.safety).toMatchObject({ score: null, atMost: 100 })
    expect(image.safety.parts.map(({ off }) => off)).toEqual([null, null, null])
    expect(image.safety.parts[0]).toMatchObject({
      because: expect.stringContaining('not clean'),
      becauseZh: expect.stringContaining('不等于没有问题'),
    })
  })

  test.each([
    { why: 'posts without texts', facts: { posts: [post('1', null), post('2', '  ')] } },
    { why: 'no rulebook', facts: { posts: [post('1', '很好')], rulebook: null } },
    { why: 'only comments', facts: { comments: [comment('很好')] } },
  ])('no score: $why', ({ facts }) => expect(report(facts).safety.score).toBeNull())

  test('a known scandal lowers what can be promised at most, and still makes no score', () => {
    const incidents = [{ kind: 'scandal' as const, on: '2026-10-01', until: null, what: '示例', source: 'a newspaper' }]
    expect(report({ incidents }).safety).toMatchObject({ score: null, atMost: 50 })
  })

  test('property: without texts there is never a score', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('过敏了', '好看', '多少钱')), fc.nat(30), (texts, posts) => {
        const held = Array.from({ length: posts }, (_, n) => post(`p${n}`, null))
        expect(report({ posts: held, comments: texts.map((text) => comment(text)), incidents: [] }).safety.score).toBeNull()
      }),
    )
  })
})

describe('posts are read by the rules of their own day', () => {
  test('a rule of 2026 does not reach a post of 2025', () => {
    const posts = [
      post('new', '最佳面霜'),
      post('old', '最佳面霜', { publishedAt: '2025-06-01T00:00:00Z' }),
      post('undated', '最佳面霜', { publishedAt: null }),
      post('fine', '今天的面霜'),
    ]
    const { rules, safety } = report({ posts, incidents: [] })
    expect(rules).toMatchObject({ linted: 4, undated: 1, block: 2, error: 0 })
    expect(rules?.worst.map(({ postId, ruleIds }) => [postId, ruleIds])).toEqual([
      ['new', ['test.best']],
      ['undated', ['test.best']],
    ])
    expect(safety.score).toBeCloseTo(50, 9)
    expect(report({ posts }).safety).toMatchObject({ score: null, atMost: safety.atMost })
    expect(safety.parts[0]?.becauseZh).toContain('其中 1 篇日期不明')
  })

  test('the last second of a year in Shanghai belongs to the old rules', () => {
    const at = (publishedAt: string) => report({ posts: [post('1', '最佳', { publishedAt })] }).rules?.block
    expect(at('2025-12-31T15:59:59Z')).toBe(0)
    expect(at('2025-12-31T16:00:00Z')).toBe(1)
  })

  test('how many of how many are held', () => {
    const told = newAccount({
      ...account,
      metrics: [newMetric({ name: 'posts', value: 240, unit: 'posts', source: 's', column: 'c', importId: 'i' })],
    })
    expect(describeImage(told, { today: TODAY, posts: [post('1', '好'), post('2', null)] })).toMatchObject({
      postsHeld: 2,
      textsHeld: 1,
      postsTotal: 240,
    })
    expect(report({ posts: [post('1', '好')] }).postsTotal).toBeNull()
  })
})

describe('the score of brand safety', () => {
  const rules = (known: Partial<NonNullable<ImageReport['rules']>>) => ({
    linted: 10,
    undated: 0,
    block: 0,
    error: 0,
    warn: 0,
    worst: [],
    ...known,
  })
  const clean = { rules: rules({}), severity: { comments: 100, kinds: [] }, incidents: [] }

  test('clean where everything was looked at', () => expect(scoreSafety(clean, TODAY).score).toBe(100))

  test.each<{ why: string; incidents: Pick<HeldIncident, 'kind' | 'until'>[]; score: number }>([
    { why: 'a ban', incidents: [{ kind: 'ban', until: null }], score: 40 },
    { why: 'a ban that is over', incidents: [{ kind: 'ban', until: '2026-11-25' }], score: 70 },
    { why: 'a ban until today', incidents: [{ kind: 'ban', until: TODAY }], score: 40 },
    {
      why: 'two scandals',
      incidents: [
        { kind: 'scandal', until: null },
        { kind: 'scandal', until: null },
      ],
      score: 25,
    },
  ])('$why', ({ incidents, score }) => {
    const entered = incidents.map((one) => ({ ...one, on: '2026-01-01', what: '示例', source: 's' }))
    expect(scoreSafety({ ...clean, incidents: entered }, TODAY).score).toBeCloseTo(score, 9)
  })

  test('property: worse evidence never raises it', () => {
    const counts = fc.record({ block: fc.nat(3), error: fc.nat(3), warn: fc.nat(3), grave: fc.nat(50), incidents: fc.nat(3) })
    const scoreOf = ({
      block,
      error,
      warn,
      grave,
      incidents,
    }: {
      block: number
      error: number
      warn: number
      grave: number
      incidents: number
    }) =>
      scoreSafety(
        {
          rules: rules({ linted: 20, block, error, warn }),
          severity: { comments: 100, kinds: [{ key: 'harm', name: 'h', nameZh: '伤', count: grave, share: grave / 100 }] },
          incidents: Array.from({ length: incidents }, () => ({
            kind: 'penalty',
            on: '2026-01-01',
            until: null,
            what: '示例',
            source: 's',
          })),
        },
        TODAY,
      ).score ?? -1
    fc.assert(
      fc.property(counts, counts, (base, more) => {
        const worse = {
          block: base.block + more.block,
          error: base.error + more.error,
          warn: base.warn + more.warn,
          grave: base.grave + more.grave,
          incidents: base.incidents + more.incidents,
        }
        expect(scoreOf(worse)).toBeLessThanOrEqual(scoreOf(base) + 1e-9)
        expect(scoreOf(worse)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('topics', () => {
  test('shares of posts, with those that nothing names', () => {
    const topics = listTopics(['今天的防晒面霜', '探店一家火锅', '防曬乳液測評', '随便说说'])
    expect(topics).toMatchObject({ unknownShare: 0.25 })
    expect(topics?.known.map(({ key, share }) => [key, share])).toEqual([
      ['skincare', 0.5],
      ['food', 0.25],
    ])
  })
  test('every topic stands once and is named in both languages', () => {
    expect(new Set(TOPICS.map(({ key }) => key)).size).toBe(TOPICS.length)
    for (const { name } of TOPICS) expect(name.zh).toMatch(/\p{Script=Han}/u)
  })
})

describe('tone', () => {
  test('sentences end at full-width and half-width signs and at lines', () => {
    expect(measureTone(['今天很好。明天更好！\n后天呢?'])?.sentenceLength).toBeCloseTo(11 / 3, 12)
  })
  test('an emoji is one sign, however it is put together', () => {
    expect(measureTone(['好👨‍👩‍👧好'])?.emojiPer100).toBeCloseTo(100 / 3, 9)
    expect(measureTone(['好好👍🏽🇨🇳'])?.emojiPer100).toBeCloseTo(50, 9)
  })
  test('address, dialect, humour and sales, simplified and traditional', () => {
    const tone = measureTone(['家人们，链接在橱窗，优惠只有今天', '家人們，巴適得很，哈哈哈', '您好'])
    expect(tone?.addresses[0]).toMatchObject({ key: 'family', count: 2 })
    expect(tone?.addresses.map(({ key }) => key)).toContain('polite')
    expect(tone?.dialects.map(({ key }) => key)).toEqual(['sichuan'])
    expect(tone?.salesPer1000).toBeGreaterThan(0)
    expect(tone?.humourPer1000).toBeGreaterThan(0)
  })
  test('full-width letters count like half-width ones', () => {
    expect(measureTone(['ＡＢＣ好'])).toEqual(measureTone(['ABC好']))
  })
  test.each([{ texts: [] }, { texts: ['👍👍'] }, { texts: ['。。。'] }])('unknown of $texts', ({ texts }) =>
    expect(measureTone(texts)).toBeNull(),
  )

  test('against the wished tone, wish by wish', () => {
    const tone = measureTone(['您好。今天介绍一款面霜。'])
    if (tone === null) throw new Error('no tone')
    const fit = compareTone(tone, { sentenceLength: [1, 20], emojiPer100: [1, 5], address: 'sisters' })
    expect(fit.map(({ measure, isMet }) => [measure, isMet])).toEqual([
      ['sentenceLength', true],
      ['emojiPer100', false],
      ['address', false],
    ])
    expect(compareTone(tone, {})).toEqual([])
    expect(report({ posts: [post('1', '您好')] }).toneFit).toBeNull()
  })

  test('property: no measure is negative or not a number', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const tone = measureTone(texts)
        if (tone === null) return
        for (const value of [tone.sentenceLength, tone.emojiPer100, tone.humourPer1000, tone.salesPer1000])
          expect(value).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('talking with people', () => {
  const thread = [
    comment('多少钱？', { commentId: '1', authorKey: 'x' }),
    comment('敏感肌能用吗', { commentId: '2', authorKey: 'y' }),
    comment('可以的', { commentId: '3', parentId: '2', authorKey: 'a' }),
    comment('好看', { commentId: '4', authorKey: 'z' }),
    comment('求链接', { commentId: '5', authorKey: 'w' }),
  ]
  test('what is asked, and how much is answered', () => {
    const dialogue = readDialogue(thread, 'a')
    expect(dialogue).toMatchObject({ comments: 4, answeredShare: 0.25 })
    expect(dialogue?.asked.map(({ key }) => key).toSorted()).toEqual(['fit', 'price', 'where'])
  })
  test('who answered is unknown where no author is held', () => {
    expect(
      readDialogue(
        thread.map(({ postId, text, commentId }) => ({ postId, text, commentId })),
        'a',
      )?.answeredShare,
    ).toBeNull()
    expect(readDialogue([], 'a')).toBeNull()
  })
  test('who answered is unknown where no answer of anybody is held: the file may keep none', () => {
    expect(
      readDialogue(
        thread.filter(({ parentId }) => parentId === undefined),
        'a',
      )?.answeredShare,
    ).toBeNull()
    const others = thread.map((each) => ({ ...each, authorKey: each.authorKey === 'a' ? 'b' : each.authorKey }))
    expect(readDialogue(others, 'a')?.answeredShare).toBe(0)
  })
  test('lives per month over the days held, unknown over a week', () => {
    const posts = Array.from({ length: 31 }, (_, n) =>
      post(`p${n}`, '好', { publishedAt: `2026-10-${String(n + 1).padStart(2, '0')}`, format: n % 10 === 0 ? 'live' : 'note' }),
    )
    expect(report({ posts }).dialogue?.livesPerMonth).toBeCloseTo(4, 9)
    expect(report({ posts: posts.slice(0, 5) }).dialogue).toBeNull()
    const withoutLives = posts.map((each) => ({ ...each, format: 'note' }))
    expect(report({ posts: withoutLives, comments: thread }).dialogue).toMatchObject({ comments: expect.any(Number), livesPerMonth: null })
  })
  test.each([
    ['price', '这个多少錢'],
    ['where', '求链接'],
    ['fit', '孕妇可以用吗'],
    ['how', '这个怎么用'],
    ['what', '口红是什么色号'],
    ['proof', '真的吗？'],
    ['other', '你几点睡？'],
  ])('asks about %s: %s', (key, text) => {
    expect(readDialogue([comment(text)], 'a')?.asked[0]?.key).toBe(key)
  })
  test('every class is named in both languages', () => {
    for (const { name } of [...QUESTIONS, ...SEVERITIES]) expect(name.zh).toMatch(/\p{Script=Han}/u)
  })
})

describe('grave words in comments', () => {
  test('one voice counts once, however often it speaks', () => {
    const same = Array.from({ length: 10 }, () => comment('用了烂脸', { authorKey: 'x' }))
    expect(readSeverity([...same, comment('好看', { authorKey: 'y' })])?.kinds).toEqual([
      expect.objectContaining({ key: 'harm', count: 1 }),
    ])
    expect(
      readSeverity([comment('過敏了'), comment('翻車')])
        ?.kinds.map(({ key }) => key)
        .toSorted(),
    ).toEqual(['fall', 'harm'])
    expect(readSeverity([])).toBeNull()
  })
})

describe('brands', () => {
  const posts = [
    post('1', '这次和Alpensee合作', { sponsored: true }),
    post('2', 'ＧＬＡＣＩＥＲ 面霜', { sponsored: true }),
    post('3', '去 @示例花房官方旗舰店 看看', { sponsored: false }),
  ]
  test('those asked for, full-width or not, and official shops', () => {
    const brands = listBrands(posts, { brands: ['Alpensee'], competitors: ['Glacier'] })
    expect(brands?.named.map(({ brand, isCompetitor }) => [brand, isCompetitor])).toEqual([
      ['Alpensee', false],
      ['Glacier', true],
      ['示例花房', false],
    ])
    expect(brands?.competitorShare).toBe(0.5)
  })
  test('competitors are counted in sponsored posts and in all of them', () => {
    const more = [...posts, post('4', 'Glacier 自己买的', { sponsored: false }), post('5', 'Glacier 好用'), post('6', null)]
    expect(listBrands(more, { brands: [], competitors: ['Glacier'] })?.competitorPosts).toEqual({
      sponsored: 1,
      ofSponsored: 2,
      all: 3,
      of: 5,
    })
    const unsponsored = listBrands(more.slice(2), { brands: [], competitors: ['Glacier'] })
    expect([unsponsored?.competitorShare, unsponsored?.competitorPosts]).toEqual([null, { sponsored: 0, ofSponsored: 0, all: 2, of: 3 }])
    expect(listBrands(more, { brands: [], competitors: [] })?.competitorPosts).toBeNull()
  })
  test('unknown without texts, without sponsored posts, without competitors', () => {
    expect(listBrands([post('1', null)], { brands: [], competitors: ['Glacier'] })).toBeNull()
    expect(listBrands(posts.slice(2), { brands: [], competitors: ['Glacier'] })?.competitorShare).toBeNull()
    expect(listBrands(posts, { brands: [], competitors: [] })?.competitorShare).toBeNull()
  })
})

test('the report is the wire shape', () => {
  const image = report({
    posts: [post('1', '最佳面霜，家人们')],
    comments: [comment('过敏了？')],
    incidents: [],
    competitors: ['Glacier'],
    tone: { address: 'family' },
  })
  expect(imageReportSchema.parse(image)).toEqual(image)
})

test('the brand safety of a creator without a single text is unknown, and told as such', () => {
  expect(describeImage(account, { today: TODAY }).safety).toMatchObject({ score: null, atMost: 100 })
})
