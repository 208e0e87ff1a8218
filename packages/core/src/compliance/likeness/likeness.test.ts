import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { openShippedRulebook } from '../../../test/compliance/shipped-rulebook.ts'
import { readSentences } from '../../../test/compliance/sentences.ts'
import { fold } from '../fold.ts'
import { lint, type ContentFacts } from '../index.ts'
import { findAlike, leavesAlike, likenessOf, SHORTEST } from './find-alike.ts'
import { countPieces, eachPiece, PLACES } from './pieces.ts'

const ALIKE = 'likeness.sentence'
const rulebook = openShippedRulebook()
const check = (text: string, facts: Partial<ContentFacts> = {}) =>
  lint({ id: 'a', text, category: 'general', format: 'post', ...facts }, rulebook, { at: '2026-11-22' })
const alikeIn = (text: string, facts: Partial<ContentFacts> = {}) => check(text, facts).findings.filter(({ ruleId }) => ruleId === ALIKE)
const FLAGGED = '擦三天，色斑全掉。'

describe('the pieces of a sentence', () => {
  test('are as many as are counted beforehand, each in a place that exists, whatever stands around the sentence', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, text, after) => {
        const alone: number[] = []
        const within: number[] = []
        eachPiece(text, { start: 0, end: text.length }, (place) => alone.push(place))
        eachPiece(before + text + after, { start: before.length, end: before.length + text.length }, (place) => within.push(place))
        expect(within).toEqual(alone)
        expect(alone.length).toBe(countPieces(text.length))
        expect(alone.every((place) => Number.isInteger(place) && place >= 0 && place < PLACES)).toBe(true)
      }),
    )
  })

  test('do not tell one number from another', () => {
    const text = '擦7天色斑全掉'
    expect(likenessOf(text, { start: 0, end: text.length })).toBe(likenessOf(text.replace('7', '3'), { start: 0, end: text.length }))
  })
})

describe('likeness', () => {
  test('points at the sentence, in the original, and says under which law and that no word was met', () => {
    const text = `今天下雨。${FLAGGED.replace('色斑', '色 斑')}回家煮面。`
    const [finding, ...more] = alikeIn(text)
    expect(more).toEqual([])
    expect(finding).toMatchObject({ outcome: 'warn', match: '擦三天，色 斑全掉', fix: { replacement: null } })
    expect(finding?.source.article).toBe('第四条、第二十八条')
    expect(finding?.message.zh).toContain('没有命中任何词表')
  })

  test('is silent in a sentence of which a rule speaks, and where an exemption does', () => {
    const both = check(`全国第一的祛斑霜，${FLAGGED}`)
    expect(both.findings.map(({ ruleId }) => ruleId)).not.toContain(ALIKE)
    expect(both.findings.length).toBeGreaterThan(0)
  })

  test('asks nothing of briefs and comments, which are no advertisements', () => {
    expect([alikeIn(FLAGGED).length, alikeIn(FLAGGED, { format: 'brief' }).length, alikeIn(FLAGGED, { format: 'comment' }).length]).toEqual(
      [1, 0, 0],
    )
  })

  test('can be set aside like any other rule', () => {
    const without = { ...rulebook, entries: rulebook.entries.filter(({ id }) => id !== ALIKE) }
    expect(lint({ id: 'a', text: FLAGGED, category: 'general', format: 'post' }, without, { at: '2026-11-22' }).findings).toEqual([])
  })

  test('says nothing of what is too short to be like anything', () => {
    const short = fold(FLAGGED).text.slice(0, SHORTEST - 1)
    expect(findAlike(short, -100)).toEqual([])
    expect(findAlike(`${short}么`, -100)).toEqual([{ start: 0, end: SHORTEST }])
  })

  test('no fix leaves a sentence that is alike', () => {
    const text = '真的擦三天，色斑全掉。'
    expect(leavesAlike(text, { start: 0, end: 2, replacement: '' }, 0.3)).toBe(true)
    expect(leavesAlike('真的下雨了，晚点回家。', { start: 0, end: 2, replacement: '' }, 0.3)).toBe(false)
  })

  test('weighs a sentence by its manner and not by its length', () => {
    const once = fold('今天去公园走了一圈，桂花开了').text
    expect(likenessOf(once.repeat(20), { start: 0, end: once.length * 20 })).toBeLessThan(1)
  })
})

describe('sentences it was never taught', () => {
  test('none of the seventh and eighth set stands among what is learnt from, but what the law has everybody write', () => {
    const folder = new URL('../fixtures/', import.meta.url)
    const names = readdirSync(folder).filter(
      (name) => /-(?:sentences|taught)\.json$|-everyday\.txt$/.test(name) && !/^make-up-[78]-/.test(name),
    )
    const learnt = names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
    const unseen = ['make-up-7-sentences', 'make-up-8-sentences'].flatMap(readSentences)
    expect(unseen.length).toBe(628)
    const twice = unseen.filter(({ text }) => learnt.includes(`"${text}"`) || learnt.includes(`\n${text}\n`))
    // Three texts that the law demands; they are left out where likeness learns.
    expect(twice.map(({ expect: expected }) => expected)).toEqual(['pass', 'pass', 'pass'])
  })
})
