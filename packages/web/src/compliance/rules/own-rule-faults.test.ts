import { expect, test } from 'vitest'
import { listFaults } from './own-rule-faults.ts'

test.each([
  [
    'a field that does not fit',
    { code: 'rulebook.invalid', file: 'own', entry: 'own.a', field: 'outcome', problem: 'Invalid option' },
    { entry: 'own.a', field: 'outcome', problem: 'Invalid option', example: null },
  ],
  [
    'an example that the rule misses',
    { code: 'rulebook.example_fault', entry: 'own.a', kind: 'invalid', text: '示例' },
    { entry: 'own.a', field: null, problem: 'rulebook.example_fault', example: { kind: 'invalid', text: '示例' } },
  ],
  [
    'a word list that is not there',
    { code: 'rulebook.unknown_reference', entry: 'own.a', name: 'own.words' },
    { entry: 'own.a', field: null, problem: 'own.words', example: null },
  ],
  [
    'a text that is no YAML',
    { code: 'rulebook.unreadable', entry: null, field: null, problem: 'line 1' },
    { entry: null, field: null, problem: 'line 1', example: null },
  ],
])('%s', (_why, refusal, fault) => expect(listFaults({ refusals: [refusal] })).toEqual([fault]))

test('a problem without a list has no faults', () => expect(listFaults({})).toEqual([]))
