import { countFacets } from './count-facets.ts'
import type { DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryAnswer, DiscoveryQuery } from './discovery-schema.ts'
import { pickPage } from './pick-page.ts'
import { runFilters, type JoinedIds } from './run-filters.ts'

/** One page of what matches, how many match, and what every field holds over them. `joined`: what the database says to `query.joined`. */
export function discover(index: DiscoveryIndex, query: DiscoveryQuery, joined?: JoinedIds): DiscoveryAnswer {
  const run = runFilters(index, query, joined)
  return { ...pickPage(index, run.hits, query), total: run.hits.length, facets: countFacets(index, run, query.provinceShare) }
}
