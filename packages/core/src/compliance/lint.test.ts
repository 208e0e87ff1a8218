import { describe, expect, test } from 'vitest'
import { compileRulebook, lint, rulebookPartSchema, type ContentFacts, type Rulebook } from './index.ts'

const SOURCE = { title: '测试办法', number: null, article: '第一条', url: null, checkedOn: null, readKind: 'full_text_copy' }
const BOTH = { en: 'text', zh: '文字' }
const reach = { who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'] }

/** A small rule; what a case is not about has a plain value. */
const rule = (id: string, more: Record<string, unknown>) => ({
  id,
  kind: 'rule',
  title: BOTH,
  requirement: BOTH,
  appliesTo: reach,
  outcome: 'error',
  validFrom: '2020-01-01',
  validTo: null,
  validFromConfidence: 'read',
  source: SOURCE,
  penalty: null,
  fix: BOTH,
  examples: { valid: [{ text: 'a' }, { text: 'b' }], invalid: [{ text: 'c' }, { text: 'd' }] },
  status: 'in_force',
  notes: null,
  ...more,
})

const words = (id: string, terms: string[], more: Record<string, unknown> = {}) => ({ kind: 'words', id, terms, ...more })

function book(...parts: unknown[]): Rulebook {
  const compiled = compileRulebook(rulebookPartSchema.array().parse(parts), { version: 'test' })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  return compiled.value
}

const run = (rulebook: Rulebook, text: string, facts: Partial<ContentFacts> = {}) =>
  lint({ id: 'd1', text, ...facts }, rulebook, { at: '2026-11-22' })
const matches = (rulebook: Rulebook, text: string, facts: Partial<ContentFacts> = {}) =>
  run(rulebook, text, facts).findings.map((finding) => finding.match)

describe('terms', () => {
  const lists = [
    words('best', ['最佳', '第一']),
    words('goods', ['面霜']),
    words('negation', ['不是', '不']),
    words('negation.not', ['不错']),
  ]
  const bare = book(...lists, rule('r', { detectors: [{ kind: 'terms', find: ['best'] }] }))
  const near = book(
    ...lists,
    rule('r', { detectors: [{ kind: 'terms', find: ['best'], near: [{ any: ['goods'], within: 4, side: 'after' }] }] }),
  )
  const unless = book(...lists, rule('r', { detectors: [{ kind: 'terms', find: ['best'], unless: [{ words: ['最佳用量'] }] }] }))

  test.each([
    ['finds', '最佳面霜', ['最佳']],
    ['each place once', '最佳和第一', ['最佳', '第一']],
    ['negated', '不是最佳', []],
    ['negated in another clause', '不是,最佳', ['最佳']],
    ['a word that only contains a negator', '不错最佳', ['最佳']],
    ['disguised, underlined as written', '最·\u200b佳', ['最·\u200b佳']],
    ['traditional and full width', '第１？第一', ['第一']],
    ['after an emoji', '😀最佳', ['最佳']],
  ])('%s', (_name, text, expected) => expect(matches(bare, text)).toEqual(expected))

  test.each([
    ['close enough', '最佳的面霜', ['最佳的面霜']],
    ['too far', '最佳的一二三四五面霜', []],
    ['on the wrong side', '面霜最佳', []],
    ['in the next sentence', '最佳。面霜', []],
  ])('near: %s', (_name, text, expected) => expect(matches(near, text)).toEqual(expected))

  test('unless: a longer harmless word around the term', () => {
    expect(matches(unless, '最佳用量一泵')).toEqual([])
    expect(matches(unless, '最佳面霜')).toEqual(['最佳'])
  })

  test('sheltered words: mandatory texts and the brand’s own names', () => {
    const sheltering = book(
      words('fixed', ['最佳食用期'], { protects: true }),
      ...lists,
      rule('r', { detectors: [{ kind: 'terms', find: ['best'] }] }),
    )
    expect(matches(sheltering, '最佳食用期见瓶身')).toEqual([])
    expect(matches(sheltering, '第一湖面霜', { product: { ownBrandWords: ['第一湖'] } })).toEqual([])
    expect(matches(sheltering, '第一湖面霜')).toEqual(['第一'])
  })

  test('the title is checked too and says so', () => {
    const { findings } = run(bare, '正文', { title: '最佳面霜' })
    expect(findings).toMatchObject([{ field: 'title', span: { start: 0, end: 2 }, match: '最佳' }])
  })
})

describe('facts', () => {
  const rulebook = book(
    rule('r', {
      detectors: [
        {
          kind: 'facts',
          when: [
            { fact: 'commissioned', is: true },
            { fact: 'label', lacks: '广告' },
          ],
        },
      ],
    }),
  )
  test.each([
    ['both known and wrong', { commissioned: true, label: '合作' }, 'error', []],
    ['known to be absent', { commissioned: true, label: 'none' }, 'error', []],
    ['an empty label is none', { commissioned: true, label: '' }, 'error', []],
    ['from the long form', { commission: 'affiliate', label: '' }, 'error', []],
    ['no commission', { commission: 'none', label: '' }, 'pass', []],
    ['a missing fact never changes the verdict', { commissioned: true }, 'pass', ['label']],
    ['the first question first', {}, 'pass', ['commissioned']],
    ['null is not known', { commissioned: null, label: null }, 'pass', ['commissioned']],
    ['labelled', { commissioned: true, label: '广告' }, 'pass', []],
  ] as const)('%s', (_name, facts, ...[verdict, missing]) => expect(run(rulebook, '面霜', facts)).toMatchObject({ verdict, missing }))

  test('a gate that is not known asks for its fact only when the rest would fire', () => {
    const gated = book(rule('r', { appliesTo: { ...reach, platforms: ['weibo'] }, detectors: [{ kind: 'terms', words: ['坏话'] }] }))
    expect(run(gated, '坏话')).toMatchObject({ verdict: 'pass', missing: ['platform'] })
    expect(run(gated, '好话')).toMatchObject({ verdict: 'pass', missing: [] })
    expect(run(gated, '坏话', { platform: 'weibo' })).toMatchObject({ verdict: 'error', missing: [] })
    expect(run(gated, '坏话', { platform: 'douyin' })).toMatchObject({ verdict: 'pass', missing: [] })
  })

  test('what the text states counts, and the finding says so; a given fact wins', () => {
    const stating = book(
      words('gift', ['收到品牌'], { states: { commission: 'gift_with_duty' } }),
      rule('r', {
        detectors: [
          {
            kind: 'facts',
            when: [
              { fact: 'commissioned', is: true },
              { fact: 'label', is: 'none' },
            ],
          },
        ],
      }),
    )
    const stated = run(stating, '收到品牌寄的面霜', { label: 'none' })
    expect(stated.verdict).toBe('error')
    expect(stated.findings[0]?.message.en).toContain('The text says so (commissioned)')
    expect(run(stating, '收到品牌寄的面霜', { label: 'none', commissioned: false }).verdict).toBe('pass')
    expect(run(stating, '广告｜收到品牌寄的面霜').verdict).toBe('pass')
  })

  test('evidence: a given list is complete, expired evidence is none, no list is unknown', () => {
    const proving = book(rule('r', { detectors: [{ kind: 'facts', when: [{ fact: 'evidence.approval', is: false }] }] }))
    expect(run(proving, 'x', { evidence: [] }).verdict).toBe('error')
    expect(run(proving, 'x', { evidence: [{ kind: 'approval', expiresAt: '2026-11-21' }] }).verdict).toBe('error')
    expect(run(proving, 'x', { evidence: [{ kind: 'approval', expiresAt: '2026-11-22' }] }).verdict).toBe('pass')
    expect(run(proving, 'x')).toMatchObject({ verdict: 'pass', missing: ['evidence.approval'] })
  })
})

describe('length and links', () => {
  test('length counts characters, and underlines what is too much', () => {
    const rulebook = book(rule('r', { detectors: [{ kind: 'length', field: 'text', max: 3 }] }))
    expect(matches(rulebook, '一二😀')).toEqual([])
    expect(matches(rulebook, '一😀二三四')).toEqual(['三四'])
  })
  test('links are found in the facts and in the text', () => {
    const rulebook = book(rule('r', { detectors: [{ kind: 'links', hosts: ['shop.example'] }] }))
    expect(run(rulebook, '好', { links: ['https://shop.example/1'] }).findings).toMatchObject([{ field: 'links', span: null }])
    expect(matches(rulebook, '见 https://shop.example/2。')).toEqual(['https://shop.example/2'])
    expect(matches(rulebook, '见 https://other.example/2')).toEqual([])
  })
})

describe('exemptions', () => {
  const rulebook = book(
    rule('r', { detectors: [{ kind: 'terms', words: ['最佳'] }] }),
    rule('x', { outcome: 'info', exempts: ['r'], detectors: [{ kind: 'terms', words: ['最佳'], near: [{ words: ['用量'], within: 2 }] }] }),
    rule('own', { outcome: 'info', exempts: ['r'], detectors: [{ kind: 'facts', when: [{ fact: 'account', is: 'bank' }] }] }),
  )
  test('take away the hit they overlap, and only that, and are told', () => {
    const item = run(rulebook, '最佳用量一泵。全国最佳。')
    expect(item.findings.map((finding) => finding.span)).toEqual([{ start: 9, end: 11 }])
    expect(item.exemptions).toEqual([{ ruleId: 'x', field: 'text', span: { start: 0, end: 4 }, because: BOTH }])
  })
  test('an exemption by fact takes away all', () =>
    expect(run(rulebook, '全国最佳', { account: 'bank' })).toMatchObject({ verdict: 'pass', exemptions: [{ ruleId: 'own' }] }))
  test('an exemption nobody needed is not told', () => expect(run(rulebook, '面霜', { account: 'bank' }).exemptions).toEqual([]))
})

describe('dates', () => {
  const dated = (validFrom: string | null, validTo: string | null) =>
    book(rule('r', { validFrom, validTo, detectors: [{ kind: 'terms', words: ['坏话'] }] }))
  test.each<[string, string | null, string | null, string, string]>([
    ['first day', '2026-05-12', null, '2026-05-12', 'error'],
    ['day before', '2026-05-12', null, '2026-05-11', 'pass'],
    ['last day', null, '2026-05-12', '2026-05-12', 'error'],
    ['day after', null, '2026-05-12', '2026-05-13', 'pass'],
    ['a moment counts as its Shanghai day', '2026-05-12', null, '2026-05-11T16:00:00Z', 'error'],
    ['one second earlier', '2026-05-12', null, '2026-05-11T15:59:59Z', 'pass'],
  ])('%s', (_name, ...[from, to, publishAt, verdict]) => expect(run(dated(from, to), '坏话', { publishAt }).verdict).toBe(verdict))
  test('without a publish day the day of the caller counts', () => {
    expect(run(dated('2026-11-22', null), '坏话').verdict).toBe('error')
    expect(run(dated('2026-11-23', null), '坏话').verdict).toBe('pass')
  })
  test('a start nobody recorded applies and is told', () => {
    expect(run(dated(null, null), '坏话').findings[0]?.message).toEqual({
      en: 'text The day this rule started is not recorded.',
      zh: '文字该规则的生效日期未记录。',
    })
  })
})

describe('verdict', () => {
  const rulebook = book(
    ...(['block', 'error', 'warn', 'review', 'info'] as const).map((outcome) =>
      rule(outcome, { outcome, detectors: [{ kind: 'terms', words: [`词${outcome}`] }] }),
    ),
  )
  test.each([
    ['词block 词error', 'block'],
    ['词error 词warn', 'error'],
    ['词warn 词review', 'warn'],
    ['词review 词info', 'review'],
    ['词info', 'pass'],
    ['', 'pass'],
  ])('%s → %s', (text, verdict) => expect(run(rulebook, text).verdict).toBe(verdict))

  test('two detectors of one rule on the same words: the harder one is told', () => {
    const twice = book(
      rule('r', {
        detectors: [
          { kind: 'terms', words: ['坏话'], outcome: 'review' },
          { kind: 'terms', words: ['坏'] },
        ],
      }),
    )
    expect(run(twice, '坏话').findings.map(({ outcome }) => outcome)).toEqual(['error'])
  })
  test('findings stand in the order of the text', () =>
    expect(run(rulebook, '词warn 词error').findings.map(({ ruleId }) => ruleId)).toEqual(['warn', 'error']))
})
