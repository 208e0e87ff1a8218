import { countFacets } from './count-facets.ts'
import type { DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryAnswer, DiscoveryFacet, DiscoveryQuery } from './discovery-schema.ts'
import { pickPage } from './pick-page.ts'
import { runFilters, type FilterRun } from './run-filters.ts'

/** One page of what matches, how many match, and what every field holds over them. */
export function discover(index: DiscoveryIndex, query: DiscoveryQuery): DiscoveryAnswer {
  const run = runFilters(index, query)
  const total = run.hits.length
  const facets = total === index.rowOf.size ? countAll(index, run) : countFacets(index, run)
  return { ids: pickPage(index, run.hits, query), total, facets }
}

/** When everything is a hit, no condition hides anything: the facets are those of the whole, counted once per version. */
function countAll(index: DiscoveryIndex, run: FilterRun): DiscoveryFacet[] {
  if (index.overall?.version !== index.version) index.overall = { version: index.version, facets: countFacets(index, run) }
  return [...index.overall.facets]
}
