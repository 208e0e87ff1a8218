import type { DecodedFile } from './decoded-file.ts'
import type { Source } from './source.ts'
import { agencyList, typedTable } from './sources/agency-list.ts'
import { AGENCY_SHEETS } from './sources/agency-sheets.ts'
import { CRAWLER_ACCOUNTS } from './sources/crawler-accounts-table.ts'
import { CRAWLER_COMMENTS } from './sources/crawler-comments-table.ts'
import { CRAWLER_POSTS } from './sources/crawler-posts-table.ts'
import { followersDaily } from './sources/followers-daily-table.ts'
import { huitunCreators } from './sources/huitun-creators-table.ts'
import { MEDIACRAWLER_POSTS } from './sources/mediacrawler-posts-table.ts'
import { kolibraSeries } from './sources/kolibra-series.ts'
import { mediacrawlerXhsContents } from './sources/mediacrawler-xhs-contents.ts'
import { pugongyingDetail } from './sources/pugongying-detail.ts'
import { pugongyingCreators } from './sources/pugongying-creators-table.ts'
import { relangOverview } from './sources/relang-overview.ts'
import { VENDOR_CREATORS } from './sources/vendor-creators-table.ts'
import { xingtuPage } from './sources/xingtu-page.ts'
import { xingtuSearch } from './sources/xingtu-search.ts'

/** Every kind of export that can be read, most specific first. */
export const SOURCES: readonly Source[] = [
  // Before the search: a stored page may hold the search's fields beside its own.
  xingtuPage,
  xingtuSearch,
  pugongyingDetail,
  mediacrawlerXhsContents,
  ...MEDIACRAWLER_POSTS,
  ...CRAWLER_POSTS,
  ...CRAWLER_COMMENTS,
  ...CRAWLER_ACCOUNTS,
  relangOverview,
  kolibraSeries,
  huitunCreators,
  pugongyingCreators,
  ...VENDOR_CREATORS,
  ...AGENCY_SHEETS,
  agencyList,
  typedTable,
  followersDaily,
]

/** What a file might be, with confidence 0–1, best first; sources that do not fit at all are left out. */
export function recogniseSource(file: DecodedFile): { source: Source; confidence: number }[] {
  return SOURCES.map((source) => ({ source, confidence: source.recognise(file) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
}
