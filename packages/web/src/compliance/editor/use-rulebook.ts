import { useQuery } from '@tanstack/react-query'
import { compileRulebook, fillInPart, type Rulebook, type SlimPart } from '@kolibra/core/compliance'
import type { Language } from '@kolibra/core/shared'
import { fetchJson } from '../../api.ts'
import { useLanguage } from '../../app/i18n/use-language.ts'

const MINUTE_MS = 60_000

async function fetchRulebook(language: Language): Promise<Rulebook> {
  const { version, parts } = await fetchJson<{ version: string; parts: SlimPart[] }>(`/rulebook?lang=${language}`)
  const compiled = compileRulebook(parts.map(fillInPart), { version })
  if (!compiled.ok) throw new Error(`rulebook ${version}: ${JSON.stringify(compiled.refusals[0])}`)
  return compiled.value
}

/**
 * The rulebook of the workspace in the language that is read, compiled once in this browser. The server answers 304 while it is the one we have. Whatever changes a rule
 * asks for everything under `rules` again, and so for this.
 */
export function useRulebook() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['rules', 'compiled', language],
    queryFn: () => fetchRulebook(language),
    staleTime: 5 * MINUTE_MS,
    gcTime: Infinity,
    structuralSharing: false,
  })
}
