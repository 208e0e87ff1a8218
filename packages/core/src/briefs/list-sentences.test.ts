import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { listBriefItems, listSentences } from './index.ts'

const both = (zh: string, en: string) => ({ zh, en })
const full = makeBrief({
  mustSay: [
    { id: 'a', text: both('一', 'one') },
    { id: 'b', text: both('二', 'two') },
  ],
  shots: [{ text: both('拍', 'show') }],
  reviewSteps: [{ text: both('先看', 'first') }],
  disclosure: { ...makeBrief().disclosure, platforms: [{ id: 'wb', platform: 'weibo', note: both('微任务', 'Weirenwu') }] },
})

describe('the sentences of a brief', () => {
  test('each names its place in the file and the item it belongs to', () => {
    const places = listSentences(full).map(({ path, id }) => `${path} ${id}`)
    expect(places).toEqual([
      'background background',
      'goal goal',
      'audience audience',
      'keyMessage keyMessage',
      'productFacts[0] f1',
      'mustSay[0] a',
      'mustSay[1] b',
      'mustNot[0] n1',
      'shots[0] h1',
      'disclosure.note disclosure',
      'disclosure.platforms[0].note wb',
      'reviewSteps[0] r1',
      'usageRights usageRights',
      'paymentTerms paymentTerms',
    ])
  })

  test('every one belongs to an item that can be pointed at', () => {
    const ids = new Set(listBriefItems(full).map(({ id }) => id))
    expect(listSentences(full).filter(({ id }) => !ids.has(id))).toEqual([])
  })

  test('no item with a sentence of its own is left out', () => {
    const told = new Set(listSentences(full).map(({ id }) => id))
    const spoken = ['productFacts', 'mustSay', 'mustNot', 'shots', 'reviewSteps']
    const silent = listBriefItems(full).filter(({ id, section }) => spoken.includes(section) && !told.has(id))
    expect(silent).toEqual([])
  })
})
