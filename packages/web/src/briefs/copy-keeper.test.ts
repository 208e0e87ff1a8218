import { describe, expect, test } from 'vitest'
import { blankBrief } from './blank-brief.ts'
import { makeCopyKeeper, type PutAnswer } from './copy-keeper.ts'

const blank = blankBrief({ productName: '', brand: '', competitors: [], starts: '', ends: '', posts: [], kpis: [] })
const say = (zh: string) => ({ ...blank, goal: { zh, en: '' } })

/** A server that holds one copy, and answers when told. */
function openServer() {
  const held = { revision: 3, words: '' }
  const waiting: (() => void)[] = []
  const asked: number[] = []
  const put = ({ revision, brief }: { revision: number; brief: typeof blank }) =>
    new Promise<PutAnswer>((resolve) => {
      asked.push(revision)
      waiting.push(() => {
        if (revision !== held.revision) return resolve('raced')
        Object.assign(held, { revision: revision + 1, words: brief.goal.zh })
        resolve({ revision: held.revision })
      })
    })
  const answer = async () => {
    await Promise.resolve()
    await Promise.resolve()
    waiting.shift()?.()
  }
  return { held, put, answer, asked, keeper: makeCopyKeeper({ revision: 3, brief: blank, put }) }
}

describe('the words of a form on their way to the server', () => {
  test('words typed while others are under way wait for their revision, so that nobody races with themselves', async () => {
    const { held, asked, answer, keeper } = openServer()
    const first = keeper.keep(say('一'))
    const second = keeper.keep(say('一二'))
    await answer()
    expect(await first).toBe('kept')
    await answer()
    expect(await second).toBe('kept')
    expect(asked).toEqual([3, 4])
    expect(held).toEqual({ revision: 5, words: '一二' })
  })

  test('what stands already is not sent again', async () => {
    const { asked, keeper } = openServer()
    expect(await keeper.keep(blank)).toBe('kept')
    expect(asked).toEqual([])
    expect(keeper.isKept(blank)).toBe(true)
    expect(keeper.isKept(say('一'))).toBe(false)
  })

  test('after a race nothing counts as kept until it goes on from the text that stands', async () => {
    const { held, answer, keeper } = openServer()
    held.revision = 9
    const mine = say('一')
    const raced = keeper.keep(mine)
    await answer()
    expect(await raced).toBe('raced')
    expect(keeper.isKept(mine)).toBe(false)
    keeper.restart({ revision: 9, brief: say('别人') })
    const again = keeper.keep(mine)
    await answer()
    expect(await again).toBe('kept')
    expect(keeper.kept().revision).toBe(10)
  })

  test('a request that failed does not stop the next', async () => {
    const answers: PutAnswer[] = ['failed', { revision: 4 }]
    const keeper = makeCopyKeeper({ revision: 3, brief: blank, put: () => Promise.resolve(answers.shift() ?? 'failed') })
    expect(await keeper.keep(say('一'))).toBe('failed')
    expect(await keeper.keep(say('一'))).toBe('kept')
  })
})
