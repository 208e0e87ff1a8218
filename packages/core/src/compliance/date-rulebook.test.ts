import { expect, test } from 'vitest'
import { dateRulebook, type RuleEntry, type RulebookPart } from './index.ts'

const words: RulebookPart = { kind: 'words', id: 'sweet', terms: ['甜'] } as RulebookPart
const rule = (checkedOn: string | null): RulebookPart => ({ kind: 'rule', source: { checkedOn } }) as RuleEntry

test.each([
  { why: 'the newest day, wherever it stands', parts: [rule('2026-11-22'), rule('2026-11-27'), rule('2026-11-20')], version: '2026-11-27' },
  { why: 'what nobody looked at does not count', parts: [rule(null), words, rule('2026-11-20')], version: '2026-11-20' },
  { why: 'nothing was looked at', parts: [words], version: 'undated' },
])('$why: $version', ({ parts, version }) => expect(dateRulebook(parts)).toBe(version))
