import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { isWorse } from './outcomes.ts'
import { OUTCOMES, ruleById } from './index.ts'

interface Told {
  readonly id: string
  readonly kind: string
  readonly jurisdiction: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly title: string
  readonly number: string | null
  readonly url: string | null
  readonly hasArticle: boolean
  readonly readKind: string
  readonly isRead: boolean
  readonly penalty: string | null
  readonly atMost: string
  readonly isExemption: boolean
}

// What the collected sources tell of each instrument: days, source, how well it was read. One claim is left out on purpose:
// myth.degree2025, a press report of a law that nobody could find.
const reference: readonly Told[] = JSON.parse(readFileSync(new URL('fixtures/reference-entries.json', import.meta.url), 'utf8'))
const rulebook = openShippedRulebook()

// One rule joins five that are told, for posts whose platform is not known; its source is theirs, which is tested below.
const JOINED = ['contacts.any-platform']
/** What reads like a forbidden sentence is warned of under the article against misleading, as told there. */
const ALIKE = 'likeness.sentence'
const JOINED_FROM = ['weibo.gy.55', 'xhs.g.3-2-1', 'dy.ua.4-6', 'ks.g.3-6-10', 'bili.conv.promo']

describe('the rulebook beside its sources', () => {
  test('every law, decree, guide, standard and platform rule has its entry', () => {
    expect(reference.length).toBe(336)
    expect(reference.map(({ id }) => id).filter((id) => ruleById(rulebook, id) === undefined)).toEqual([])
  })

  test('nothing is in it that no source tells, and nothing that is told not to be law', () => {
    const known = new Set([...reference.map(({ id }) => id), ...JOINED, ALIKE])
    const told = rulebook.entries.filter(({ id }) => !id.startsWith('culture.')).map(({ id }) => id)
    expect(told.filter((id) => !known.has(id))).toEqual([])
    expect(ruleById(rulebook, 'myth.degree2025')).toBeUndefined()
  })

  test('the rule for posts of no known platform names the five it is made of, and starts with the first of them', () => {
    const parts = JOINED_FROM.map((id) => ruleById(rulebook, id))
    const joined = ruleById(rulebook, 'contacts.any-platform')
    expect(joined?.source.title).toBe(parts.map((part) => part?.source.title).join('、'))
    expect(joined?.source.article).toBe(`依次为 ${parts.map((part) => part?.source.article).join('；')}`)
    expect(joined?.validFrom).toBe('2021-05-27')
    expect(parts.flatMap((part) => part?.appliesTo.platforms ?? [])).toEqual(['weibo', 'xiaohongshu', 'douyin', 'kuaishou', 'bilibili'])
  })

  test('likeness stands under the article against misleading advertisements, with its days and its source', () => {
    const [alike, misleading] = [ruleById(rulebook, ALIKE), ruleById(rulebook, 'ad-law.art04')]
    expect(alike?.source).toEqual(misleading?.source)
    expect([alike?.validFrom, alike?.outcome]).toEqual([misleading?.validFrom, 'warn'])
  })

  test.each(reference)('$id has the days, the source and the penalty it was found with', (told) => {
    const entry = ruleById(rulebook, told.id)
    expect(entry).toMatchObject({
      jurisdiction: told.jurisdiction,
      validFrom: told.validFrom,
      validTo: told.validTo,
      penalty: told.penalty,
      source: { title: told.title, number: told.number, url: told.url, readKind: told.readKind, kind: told.kind },
    })
    expect(entry?.source.checkedOn).toBe(told.isRead ? '2026-11-22' : null)
    expect(entry?.source.article !== null).toBe(told.hasArticle)
  })

  test.each(reference)('$id judges no harder than its source carries', (told) => {
    const entry = ruleById(rulebook, told.id)
    const atMost = OUTCOMES.find((outcome) => outcome === told.atMost)
    expect(atMost).toBeDefined()
    if (entry?.kind === 'rule' && atMost) expect(isWorse(entry.outcome, atMost)).toBe(false)
    expect((entry?.exempts ?? []).length > 0).toBe(told.isExemption)
  })

  test('a penalty is told to a Chinese reader too', () => {
    const untold = rulebook.entries.filter(({ penalty, penaltyZh }) => (penalty === null) !== (penaltyZh === null))
    expect(untold.map(({ id }) => id)).toEqual([])
  })

  test('so is a note', () => {
    const untold = rulebook.entries.filter(({ notes, notesZh }) => (notes === null) !== (notesZh === null))
    expect(untold.map(({ id }) => id)).toEqual([])
  })

  test('a start that nobody recorded is said to be unknown', () => {
    const undated = rulebook.entries.filter(({ validFrom }) => validFrom === null)
    expect(undated.filter(({ validFromConfidence }) => validFromConfidence === 'read').map(({ id }) => id)).toEqual([])
  })
})
