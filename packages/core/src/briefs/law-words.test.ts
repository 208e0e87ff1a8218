import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeBrief } from './test/brief-fixture.ts'
import { computeFreedom, listCountedVerbatim, listLawWords, listScripted, MANDATORY_TEXTS, type BriefInput } from './index.ts'

const [slot] = makeBrief().deliverables
const caption = (fixedCaption: string) => (slot === undefined ? [] : [{ ...slot, fixedCaption }])

describe('the law’s words cost nothing and are listed', () => {
  test.each<{ why: string; brief: Partial<BriefInput>; score: number; law: string[] }>([
    { why: 'a text the law demands', brief: { verbatim: ['本品不能代替药物。'] }, score: 100, law: ['本品不能代替药物'] },
    {
      why: 'the label of one platform',
      brief: { verbatim: ['合作'], disclosure: { ...makeBrief().disclosure, platforms: [{ platform: 'weibo', label: '合作' }] } },
      score: 100,
      law: ['合作'],
    },
    { why: 'an approval number', brief: { verbatim: ['国妆网备进字（沪）2026001234'] }, score: 100, law: ['国妆网备进字（沪）2026001234'] },
    { why: 'a registration', brief: { verbatim: ['国妆特进字20260123'] }, score: 100, law: ['国妆特进字20260123'] },
    { why: 'an advertisement’s number', brief: { verbatim: ['沪食健广审第2612310012号'] }, score: 100, law: ['沪食健广审第2612310012号'] },
    { why: 'a name', brief: { verbatim: ['湖畔面霜'], productNames: ['湖畔面霜'] }, score: 100, law: ['湖畔面霜'] },
    {
      why: 'near miss: words around a name count, the name does not',
      brief: { verbatim: [`湖畔面霜${'字'.repeat(100)}`], properNames: ['湖畔面霜'] },
      score: 91.25,
      law: ['湖畔面霜'],
    },
    { why: 'near miss: a number nobody gave', brief: { verbatim: [`编号${'1'.repeat(98)}`] }, score: 91.25, law: [] },
    {
      why: 'a caption of the law’s words fixes nothing',
      brief: { deliverables: caption('广告：本品不能代替药物') },
      score: 100,
      law: ['本品不能代替药物', '广告'],
    },
    { why: 'near miss: a caption with one word more', brief: { deliverables: caption('广告：好用') }, score: 85, law: ['广告'] },
  ])('$why', ({ brief, score, law }) => {
    const freedom = computeFreedom(makeBrief(brief))
    expect(freedom.score).toBe(score)
    expect(freedom.lawWords).toEqual(law)
  })

  test('a fixed caption is a script as much as verbatim words are', () => {
    const brief = makeBrief({ verbatim: ['照念', '广告'], deliverables: caption('统一文案') })
    expect(listScripted(brief)).toEqual(['照念', '统一文案'])
    expect(listCountedVerbatim(brief)).toEqual(['照念'])
  })

  test.each(['should', 'free'] as const)('words that %s be said cost nothing and make no script', (weight) => {
    const brief = makeBrief({
      verbatim: [
        { weight, text: '照念'.repeat(50) },
        { weight, text: '广告' },
      ],
    })
    expect(computeFreedom(brief)).toMatchObject({ score: 100, lawWords: [] })
    expect([listScripted(brief), listCountedVerbatim(brief)]).toEqual([[], []])
  })

  test('property: naming something never lowers the score, and a listed word stands in what is demanded', () => {
    const words = fc.array(fc.constantFrom('湖畔', '面霜', '广告', '本品不能代替药物', '清爽', '！'), { maxLength: 8 })
    fc.assert(
      fc.property(words, words, (demanded, names) => {
        const verbatim = [demanded.join('')]
        const named = makeBrief({ verbatim, properNames: names })
        expect(computeFreedom(named).score).toBeGreaterThanOrEqual(computeFreedom(makeBrief({ verbatim })).score)
        expect(listLawWords(named).every((word) => verbatim[0]?.includes(word))).toBe(true)
      }),
    )
  })

  test('the texts are those of the rulebook', () => {
    const lists = parse(readFileSync(new URL('../../../../rulebook/words/shelter.yaml', import.meta.url), 'utf8'))
    const mandatory: string[] = lists.find(({ id }: { id: string }) => id === 'mandatory').terms
    expect([...MANDATORY_TEXTS].toSorted()).toEqual(mandatory.filter((term) => !term.includes('{')).toSorted())
  })
})
