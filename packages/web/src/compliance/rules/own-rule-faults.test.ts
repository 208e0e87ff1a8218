import { expect, test } from 'vitest'
import { listFaults } from './own-rule-faults.ts'

const PLAIN = { entry: 'own.a', field: null, told: null, name: '', example: null }
const both = (en: string, zh = en) => ({ en, zh })

test.each([
  [
    'a field that does not fit',
    { code: 'rulebook.invalid', file: 'own', entry: 'own.a', field: 'outcome', problem: 'is none of: warn', problemZh: '只能是：warn' },
    { ...PLAIN, field: 'outcome', problem: both('is none of: warn', '只能是：warn') },
  ],
  [
    'a fault that nobody put into Chinese',
    { code: 'rulebook.invalid', file: 'own', entry: 'own.a', field: 'id', problem: 'too long', problemZh: null },
    { ...PLAIN, field: 'id', problem: both('too long') },
  ],
  [
    'an example that the rule misses',
    { code: 'rulebook.example_fault', entry: 'own.a', kind: 'invalid', text: '示例' },
    { ...PLAIN, problem: both('rulebook.example_fault'), example: { kind: 'invalid', text: '示例' } },
  ],
  [
    'a word list that is not there',
    { code: 'rulebook.unknown_reference', entry: 'own.a', name: 'own.words' },
    { ...PLAIN, told: 'unknown_reference', name: 'own.words', problem: both('rulebook.unknown_reference') },
  ],
  [
    'an id that is taken',
    { code: 'rulebook.doubled_id', entry: 'own.a' },
    { ...PLAIN, told: 'doubled_id', problem: both('rulebook.doubled_id') },
  ],
  [
    'a text that is no YAML',
    { code: 'rulebook.unreadable', entry: null, field: null, problem: 'line 1' },
    { ...PLAIN, entry: null, problem: both('line 1') },
  ],
])('%s', (_why, refusal, fault) => expect(listFaults({ refusals: [refusal] })).toEqual([fault]))

test('a problem without a list has no faults', () => expect(listFaults({})).toEqual([]))
