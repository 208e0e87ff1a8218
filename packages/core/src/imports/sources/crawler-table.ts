import type { ColumnMap, Source } from '../source.ts'

/** A crawler's file by its exact keys (reference: the crawler's source code). */
export interface CrawlerTable {
  readonly platform: string
  readonly title: Source['title']
  readonly fields: readonly ColumnMap[]
  /** Without these it is another platform's file; the keys are much alike. */
  readonly required: readonly (readonly string[])[]
  readonly unused: readonly string[]
}

/** How MediaCrawler's files name an author: the id in old ones, `creator_hash` in its place in new ones. */
export const AUTHOR_KEYS = ['user_id', 'creator_hash'] as const

/** What every crawler's file of posts or comments has in common. */
export const CRAWLED = { audienceBasis: 'followers', formulas: [], namesIdentify: false } as const
