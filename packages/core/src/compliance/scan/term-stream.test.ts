import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TermScanner } from './term-scanner.ts'
import { TermStream, type StreamHit } from './term-stream.ts'
import { buildTermTable, type TermTable } from './term-table.ts'

const table = buildTermTable(['微信', '企鹅', 'vx', '最', '最好', '全国第一', '第一', '加微信'], { isEvadable: (term) => term === '微信' })

function scanWhole(text: string, of: TermTable): StreamHit[] {
  const hits = new TermScanner(of).scan(text)
  return Array.from({ length: hits.length }, (_, index) => ({
    term: hits.term(index),
    start: hits.start(index),
    end: hits.end(index),
    isBySound: hits.isBySound(index),
  }))
}

function scanPieces(text: string, cuts: readonly number[], of: TermTable): StreamHit[] {
  const stream = new TermStream(of)
  const places = [0, ...cuts.toSorted((a, b) => a - b), text.length]
  const hits = places.slice(1).flatMap((to, index) => stream.push(text.slice(places[index], to)))
  return [...hits, ...stream.end()]
}

const SIGNS = [
  '微',
  '薇',
  '信',
  '加',
  '最',
  '好',
  '全',
  '国',
  '國',
  '第',
  '一',
  '1',
  'v',
  'x',
  'w',
  'e',
  'i',
  'n',
  '🐧',
  '🅥',
  '𝐱',
  '😀',
  '❤',
  '·',
  '。',
  '\ud83d',
  '㎏',
]
const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 600 }).map((signs) => signs.join(''))

describe('TermStream', () => {
  test('a text in pieces is the whole text, wherever it is cut', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(700), { maxLength: 12 }), (written, cuts) => {
        const inside = cuts.filter((cut) => cut <= written.length)
        expect(scanPieces(written, inside, table)).toEqual(scanWhole(written, table))
      }),
      { numRuns: 200 },
    )
  })

  test('one character after the other', () => {
    const written = '加薇❤信，最好🐧'.repeat(300)
    const cuts = Array.from({ length: written.length }, (_, at) => at)
    expect(scanPieces(written, cuts, table)).toEqual(scanWhole(written, table))
  })

  test('a table without terms by sound', () => {
    const plain = buildTermTable(['全国第一'])
    const written = `${'甲'.repeat(700)}全 国 第 一${'乙'.repeat(700)}`
    expect(scanPieces(written, [701, 703], plain)).toEqual(scanWhole(written, plain))
    expect(scanWhole(written, plain)).toHaveLength(1)
  })

  test('a hit is told as soon as nothing can change it, not only at the end', () => {
    const stream = new TermStream(table)
    expect(stream.push(`微信${'甲'.repeat(5000)}`)).toHaveLength(1)
    expect(stream.end()).toEqual([])
  })

  test('after its end it begins anew', () => {
    const stream = new TermStream(table)
    stream.push('甲甲微')
    stream.end()
    expect(stream.push('信微信')).toEqual([])
    expect(stream.end().map(({ start, end }) => [start, end])).toEqual([[1, 3]])
  })

  test('pieces of one character are not read again and again', () => {
    let read = 0
    const stream = new TermStream(table)
    const scanner = Reflect.get(stream, 'scanner') as TermScanner
    const scan = scanner.scan.bind(scanner)
    scanner.scan = (written) => {
      read += written.length
      return scan(written)
    }
    for (let count = 0; count < 20_000; count += 1) stream.push('最')
    stream.end()
    expect(read).toBeLessThan(20_000 * 4)
  })
})
