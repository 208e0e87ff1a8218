import { describe, expect, test } from 'vitest'
import { suggestReplacement } from './suggest-replacement.ts'

const DROPS = ['国家级', '最', '全网最', '顶级的']
const suggest = (text: string, match: string, drops: readonly string[] = DROPS) => {
  const start = text.indexOf(match)
  return suggestReplacement(text, { start, end: start + match.length }, drops)
}

describe('the one-click fix', () => {
  test.each([
    ['the word goes', '国家级配方', '国家级', ''],
    ['the goods stay', '这面霜，全网最好用', '面霜，全网最好用', '面霜，好用'],
    ['the longest word goes first', '全网最好', '全网最好', '好'],
    ['every one of them goes', '最轻最薄', '最轻最薄', '轻薄'],
    ['nothing can go', '销量第一', '销量第一', null],
    ['a variant with signs in between is left to a person', '国 家 级配方', '国 家 级', null],
    ['what is left may not make such a word with its neighbours', '国国家级家级配方', '国家级', null],
    ['a neighbour of its own is another fix', '最轻，国家级配方', '国家级', ''],
    ['a clause is never emptied', '面霜，国家级，好', '国家级', null],
    ['nor a whole text', '国家级', '国家级', null],
  ])('%s', (_, text, match, replacement) => expect(suggest(text, match)).toBe(replacement))

  test('a rule that lets nothing go has none', () => expect(suggest('国家级配方', '国家级', [])).toBeNull())
  test('nor has a finding without a place', () => expect(suggestReplacement('国家级', null, DROPS)).toBeNull())
})
