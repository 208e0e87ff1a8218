import { countFacets, listHits } from './count-facets.ts'
import type { DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryAnswer, DiscoveryFacet, DiscoveryQuery } from './discovery-schema.ts'
import { pickPage } from './pick-page.ts'
import { runFilters, type FilterRun } from './run-filters.ts'

/**
 * One page of what matches, how many match, and what every field holds over them.
 * `keep` (ids) narrows the hits by what the index does not hold: bookings, conflicts, past work.
 */
export function discover(index: DiscoveryIndex, query: DiscoveryQuery, keep?: ReadonlySet<string>): DiscoveryAnswer {
  const run = runFilters(index, query.filters, query.text)
  if (keep !== undefined) index.ids.forEach((id, row) => keep.has(id) || (run.fails[row] = 255))
  const hits = listHits(run)
  const facets = hits.length === index.rowOf.size ? countAll(index, run, hits) : countFacets(index, run, hits)
  return { ids: pickPage(index, hits, query), total: hits.length, facets }
}

/** When everything is a hit, no condition hides anything: the facets are those of the whole, counted once per version. */
function countAll(index: DiscoveryIndex, run: FilterRun, hits: Uint32Array): DiscoveryFacet[] {
  if (index.overall?.version !== index.version) index.overall = { version: index.version, facets: countFacets(index, run, hits) }
  return [...index.overall.facets]
}
