import { describe, expect, test } from 'vitest'
import { briefSchema, findItemText, hasOwnSentence, listBriefItems, replaceItemText } from './index.ts'
import { makeBrief } from './test/brief-fixture.ts'

const text = { zh: '换一句。', en: 'Another one.' }
const full = makeBrief({
  shots: [{ text: { zh: '拍质地。', en: 'Show the texture.' } }],
  reviewSteps: [{ text: { zh: '先看脚本。', en: 'The script first.' } }],
  hashtags: ['#示例'],
  exclusivity: [{ days: 30 }],
})
const idsWith = (isOwn: boolean) =>
  listBriefItems(full)
    .map(({ id }) => id)
    .filter((id) => hasOwnSentence(full, id) === isOwn)

describe('a sentence of the brief that a suggestion replaces', () => {
  test('are the sections of one sentence and the rows that carry one', () => {
    const sections = new Set(
      listBriefItems(full)
        .filter(({ id }) => hasOwnSentence(full, id))
        .map(({ section }) => section),
    )
    expect([...sections].toSorted()).toEqual(
      [
        'audience',
        'background',
        'goal',
        'keyMessage',
        'mustNot',
        'mustSay',
        'paymentTerms',
        'productFacts',
        'reviewSteps',
        'shots',
        'usageRights',
      ].toSorted(),
    )
  })

  test.each(idsWith(true))('%s: only it changes, and the brief still reads', (id) => {
    const outcome = replaceItemText(full, id, text)
    if (!outcome.ok) throw new Error('refused')
    expect(briefSchema.parse(outcome.value)).toEqual(outcome.value)
    const changed = listBriefItems(outcome.value).filter(
      (item, index) => JSON.stringify(item) !== JSON.stringify(listBriefItems(full)[index]),
    )
    expect(changed.map((item) => item.id)).toEqual([id])
    expect(findItemText(outcome.value, id)).toEqual(text)
  })

  test.each(idsWith(false))('%s is refused and changes nothing', (id) => {
    const before = JSON.stringify(full)
    expect(replaceItemText(full, id, text).ok).toBe(false)
    expect(JSON.stringify(full)).toBe(before)
  })
})
