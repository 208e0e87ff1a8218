import { describe, expect, test } from 'vitest'
import { OUTCOMES } from '../compliance/index.ts'
import type { RuleChange } from './rule-impact.ts'
import { tellCreatorChange, type CreatorChange } from './tell-creator-change.ts'

const title = { en: 'No ranking words', zh: '不得使用排名用语' }
const change = (more: Partial<RuleChange> = {}): RuleChange => ({
  ruleId: 'own.rank',
  title,
  before: null,
  after: 'error',
  words: ['第一'],
  ...more,
})
const tell = (more: Partial<CreatorChange> = {}) =>
  tellCreatorChange({ stage: 'draft', effectiveOn: '2026-12-01', today: '2026-11-22', change: change(), ...more })

describe('a change of rules, told to a creator', () => {
  test.each<[string, Partial<CreatorChange>, string]>([
    ['a coming ban on a draft', {}, '2026-12-01 起：按《不得使用排名用语》，您稿件里的“第一”按现在的写法算违规，请修改后再提交。'],
    [
      'one in force',
      { today: '2026-12-01' },
      '2026-12-01 起已生效：按《不得使用排名用语》，您稿件里的“第一”按现在的写法算违规，请修改后再提交。',
    ],
    [
      'a live post',
      { stage: 'live', change: change({ after: 'block' }) },
      '2026-12-01 起：按《不得使用排名用语》，您已发布的内容里的“第一”不能再出现，请尽快修改或联系对接人。',
    ],
    [
      'a rule that ends',
      { stage: 'scheduled', change: change({ before: 'warn', after: null }) },
      '2026-12-01 起：《不得使用排名用语》不再管您待发布的稿件里的“第一”，无需再为此修改。',
    ],
    [
      'several words',
      { change: change({ after: 'warn', words: ['最好', '第一'] }) },
      '2026-12-01 起：按《不得使用排名用语》，您稿件里的“最好”、“第一”有风险，建议换个说法。',
    ],
    [
      'no word to point at',
      { change: change({ after: 'review', words: [] }) },
      '2026-12-01 起：按《不得使用排名用语》，您稿件需要对接人确认，请先不要发布。',
    ],
    ['a fact', { change: change({ after: null, words: [] }) }, '2026-12-01 起：《不得使用排名用语》有变，与您的稿件有关，请看一下新要求。'],
    [
      'a rule that is no longer known',
      { change: change({ title: null, before: 'warn', after: null }) },
      '2026-12-01 起：《own.rank》不再管您稿件里的“第一”，无需再为此修改。',
    ],
  ])('%s', (_why, more, sentence) => expect(tell(more)).toBe(sentence))

  test('holds no word of English beside the id, whatever the outcome and the stage', () => {
    for (const after of OUTCOMES)
      for (const stage of ['draft', 'scheduled', 'live'] as const) expect(tell({ stage, change: change({ after }) })).not.toMatch(/[a-z]/i)
  })
})
