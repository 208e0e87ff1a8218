import { newAccount, type Post } from '@kolibra/core/imports'
import type { ReadRecords } from '../imports/index.ts'
import { exampleCreator } from './campaign-example.ts'

const metric = (importId: string) => ({
  name: 'viewsMedian',
  value: 9000,
  low: null,
  high: null,
  unit: 'plays',
  proof: 'proved' as const,
  period: '30d',
  noteType: 'everyday' as const,
  flow: 'all' as const,
  definition: null,
  formula: null,
  source: 'xingtu.search',
  tab: 'attribute_datas',
  column: 'vv_median_30d',
  observedAt: '2026-11-20T00:00:00Z',
  importId,
})

/** What a file of `count` invented creators and as many posts would be understood as. */
export function exampleRecords(name: string, count: number, importId = 'sha256:test'): ReadRecords {
  const accounts = Array.from({ length: count }, (_, index) => ({ ...newAccount(exampleCreator(index)), metrics: [metric(importId)] }))
  const posts = accounts.map(({ platform, accountId }): Post => ({
    platform,
    postId: `note-${accountId}`,
    accountId,
    url: null,
    publishedAt: '2026-11-01T00:00:00Z',
    format: 'note',
    title: '测试',
    text: '测试正文',
    sponsored: false,
    observations: [
      {
        observedAt: '2026-11-20T00:00:00Z',
        views: 100,
        likes: 5,
        comments: null,
        shares: null,
        saves: null,
        danmaku: null,
        coins: null,
        flow: null,
        source: 'test',
        importId,
      },
    ],
  }))
  const report = {
    file: name,
    source: { id: 'xingtu.search', confidence: 1 },
    encoding: 'utf-8',
    records: count,
    accepted: { accounts: count, posts: count, comments: 0, orders: 0 },
    duplicates: 0,
    rejected: 0,
    problems: [{ record: 2, column: '=cmd', code: 'number.unparsable', value: '"x"' }],
    observations: count,
    units: [],
    unmapped: [],
    notes: [],
  }
  return { report, accounts, posts }
}
