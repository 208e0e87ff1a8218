import { useQuery } from '@tanstack/react-query'
import { compileRulebook, fillInPart, type Rulebook, type SlimPart } from '@kolibra/core/compliance'
import { fetchJson } from '../../api.ts'

const MINUTE_MS = 60_000

async function fetchRulebook(): Promise<Rulebook> {
  const { version, parts } = await fetchJson<{ version: string; parts: SlimPart[] }>('/rulebook')
  const compiled = compileRulebook(parts.map(fillInPart), { version })
  if (!compiled.ok) throw new Error(`rulebook ${version}: ${JSON.stringify(compiled.refusals[0])}`)
  return compiled.value
}

/**
 * The rulebook of the workspace, compiled once in this browser. The server answers 304 while it is the one we have. Whatever changes a rule
 * asks for everything under `rules` again, and so for this.
 */
export function useRulebook() {
  return useQuery({
    queryKey: ['rules', 'compiled'],
    queryFn: fetchRulebook,
    staleTime: 5 * MINUTE_MS,
    gcTime: Infinity,
    structuralSharing: false,
  })
}
