import { describe, expect, test } from 'vitest'
import { makeTurns } from './take-turns.ts'

const NEVER = new AbortController().signal

/** Work that ends when it is told to. */
function makeWork() {
  const told: { end: () => void; hasBegun: boolean } = { end: () => undefined, hasBegun: false }
  const work = () => {
    told.hasBegun = true
    return new Promise<void>((resolve) => {
      told.end = resolve
    })
  }
  return { told, work }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('work in turn', () => {
  test('no more than so many at once; who waits begins when one ends, in order', async () => {
    const inTurn = makeTurns(2)
    const works = Array.from({ length: 4 }, makeWork)
    const ends = works.map(({ work }) => inTurn(work, NEVER))
    const begun = () => works.map(({ told }) => told.hasBegun)
    await settled()
    expect(begun()).toEqual([true, true, false, false])
    works[1]?.told.end()
    await settled()
    expect(begun()).toEqual([true, true, true, false])
    for (const { told } of works.slice(0, 3)) told.end()
    await settled()
    works[3]?.told.end()
    await Promise.all(ends)
    expect(begun()).toEqual([true, true, true, true])
  })

  test('whoever leaves the line takes no turn with them', async () => {
    const inTurn = makeTurns(1)
    const [first, left, last] = [makeWork(), makeWork(), makeWork()]
    const stop = new AbortController()
    const one = inTurn(first.work, NEVER)
    const two = inTurn(left.work, stop.signal)
    const three = inTurn(last.work, NEVER)
    stop.abort(new Error('left'))
    await expect(two).rejects.toThrow('left')
    first.told.end()
    await one
    await settled()
    expect([left.told.hasBegun, last.told.hasBegun]).toEqual([false, true])
    last.told.end()
    await three
  })

  test('a failure gives its turn back', async () => {
    const inTurn = makeTurns(1)
    await expect(inTurn(() => Promise.reject(new Error('broken')), NEVER)).rejects.toThrow('broken')
    expect(await inTurn(() => Promise.resolve('next'), NEVER)).toBe('next')
  })
})
