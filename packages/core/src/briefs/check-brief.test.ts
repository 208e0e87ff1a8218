import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { checkBrief, checkParity, findContradictions, type Bilingual, type BriefInput } from './index.ts'

const subject = { kind: 'brief' as const, id: 'b1' }
const nothing = { zh: '', en: ' ' }
const [slot] = makeBrief().deliverables
const windows = (windowFrom: string, windowTo: string) => (slot === undefined ? [] : [{ ...slot, windowFrom, windowTo }])
const codesOf = (change: Partial<BriefInput>) => checkBrief(makeBrief(change), subject).map(({ severity, code }) => `${severity} ${code}`)

describe('sections', () => {
  const missing = ['block brief.section_missing']
  test.each<{ why: string; change: Partial<BriefInput>; codes: string[] }>([
    { why: 'complete', change: {}, codes: [] },
    { why: 'background', change: { background: nothing }, codes: missing },
    { why: 'goal', change: { goal: nothing }, codes: missing },
    { why: 'audience', change: { audience: nothing }, codes: missing },
    { why: 'key message', change: { keyMessage: nothing }, codes: missing },
    { why: 'product facts', change: { productFacts: [] }, codes: missing },
    { why: 'deliverables', change: { deliverables: [] }, codes: missing },
    { why: 'label', change: { disclosure: { ...makeBrief().disclosure, label: '' } }, codes: missing },
    { why: 'usage rights', change: { usageRights: nothing }, codes: missing },
    { why: 'payment', change: { paymentTerms: nothing }, codes: missing },
    { why: 'contacts', change: { contacts: [] }, codes: missing },
    { why: 'a brief without must-say points is a good brief', change: { mustSay: [] }, codes: [] },
    {
      why: 'fact without evidence',
      change: { productFacts: [{ text: { zh: '不含香精。', en: 'No fragrance.' }, evidence: null }] },
      codes: ['warn brief.fact_without_evidence'],
    },
    { why: 'window backward', change: { deliverables: windows('2027-01-12', '2027-01-11') }, codes: ['block brief.window_backward'] },
    { why: 'near miss: a window of one day', change: { deliverables: windows('2027-01-11', '2027-01-11') }, codes: [] },
    {
      why: 'filing unsaid',
      change: { disclosure: { ...makeBrief().disclosure, filingChannel: null } },
      codes: ['warn brief.filing_unsaid'],
    },
  ])('$why', ({ change, codes }) => {
    expect(codesOf(change)).toEqual(codes)
  })
})

describe('parity between the languages', () => {
  test.each<{ why: string; text: Bilingual; problems: string[] }>([
    { why: 'same', text: { zh: '50 克', en: '50 g' }, problems: [] },
    { why: 'both empty is the section check’s business', text: { zh: '', en: '' }, problems: [] },
    { why: 'Chinese missing', text: { zh: '', en: 'Cream' }, problems: ['missing_zh'] },
    { why: 'English missing', text: { zh: '面霜', en: ' ' }, problems: ['missing_en'] },
    { why: 'another number', text: { zh: '发布 3 篇', en: 'Publish 2 posts' }, problems: ['numbers_differ'] },
    { why: 'a number on one side only', text: { zh: '发布 3 篇', en: 'Publish posts' }, problems: ['numbers_differ'] },
    { why: 'near miss: 3万 is 30,000', text: { zh: '超过3万人', en: 'more than 30,000 people' }, problems: [] },
    { why: 'near miss: 1.2亿 is 120 million', text: { zh: '1.2亿次', en: '120 million times' }, problems: [] },
    { why: '3万 is not 3,000', text: { zh: '超过3万人', en: 'more than 3,000 people' }, problems: ['numbers_differ'] },
    { why: 'near miss: a date with a month’s name', text: { zh: '12月3日前', en: 'before 3 December' }, problems: [] },
    { why: 'near miss: the month first', text: { zh: '1月11日', en: 'Jan 11' }, problems: [] },
    { why: 'the wrong month', text: { zh: '12月3日前', en: 'before 3 November' }, problems: ['numbers_differ'] },
    { why: 'near miss: may is a verb here', text: { zh: '可以说 2 次', en: 'You may say it 2 times' }, problems: [] },
    { why: 'a name is lost', text: { zh: '含 Panthenol', en: 'contains a vitamin' }, problems: ['names_differ'] },
    { why: 'near miss: the case of a name', text: { zh: '阿尔本湖 ALPENSEE', en: 'Alpensee' }, problems: [] },
    { why: 'both at once', text: { zh: '含 B5，3 克', en: 'with 4 g' }, problems: ['numbers_differ', 'names_differ'] },
  ])('$why', ({ text, problems }) => {
    expect(checkParity(makeBrief({ keyMessage: text })).map(({ path, problem }) => [path, problem])).toEqual(
      problems.map((problem) => ['keyMessage', problem]),
    )
  })

  test('every sentence of the brief is compared, and the finding says where', () => {
    const gaps = checkParity(makeBrief({ mustNot: [{ zh: '不要说「药妆」。', en: '' }], usageRights: { zh: '90 天', en: '30 days' } }))
    expect(gaps.map(({ path, problem }) => `${path} ${problem}`)).toEqual(['mustNot[0] missing_en', 'usageRights numbers_differ'])
  })
})

describe('contradictions', () => {
  const must = (zh: string, en = 'Say it.') => [{ weight: 'must' as const, text: { zh, en } }]
  test.each<{ why: string; change: Partial<BriefInput>; demands: string[] }>([
    { why: 'none', change: {}, demands: [] },
    { why: 'must-say asks for the quoted word', change: { mustSay: must('说出它像药妆一样') }, demands: ['mustSay[0]'] },
    { why: 'verbatim', change: { verbatim: ['药妆级面霜'] }, demands: ['verbatim[0]'] },
    { why: 'hashtag', change: { hashtags: ['#药妆'] }, demands: ['hashtags[0]'] },
    { why: 'key message', change: { keyMessage: { zh: '冬天的药妆。', en: 'A cream.' } }, demands: ['keyMessage'] },
    {
      why: 'fixed caption',
      change: { deliverables: slot === undefined ? [] : [{ ...slot, fixedCaption: '药妆来了' }] },
      demands: ['deliverables[0].fixedCaption'],
    },
    { why: 'English side', change: { mustSay: must('说说它', 'Call it a Cosmeceutical cream.') }, demands: ['mustSay[0]'] },
    { why: 'near miss: another word with one character of it', change: { mustSay: must('妆前使用') }, demands: [] },
    {
      why: 'a line without quotes',
      change: { mustNot: [{ zh: '不要提竞品。', en: 'Do not mention rivals.' }], mustSay: must('对比竞品') },
      demands: ['mustSay[0]'],
    },
    {
      why: 'near miss: a single character forbids nothing',
      change: { mustNot: [{ zh: '不要用「最」', en: 'No “x”' }], mustSay: must('最近在用') },
      demands: [],
    },
  ])('$why', ({ change, demands }) => {
    expect(findContradictions(makeBrief(change)).map(({ demand }) => demand)).toEqual(demands)
  })

  test('a contradiction blocks and nobody waives it', () => {
    const found = checkBrief(makeBrief({ verbatim: ['药妆级面霜'] }), subject)
    expect(found.map(({ code, severity, waivable }) => [code, severity, waivable])).toEqual([['brief.contradiction', 'block', false]])
  })
})
