import type { Brief } from '@kolibra/core/briefs'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'

/** What an id of the brief is called: its sentence in the reader's language, a row of posts by platform and format, a section by its name. */
export function useItemNames(brief: Brief): (id: string) => string {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  return useMemo(() => {
    const sentences = [...brief.mustSay, ...brief.mustNot, ...brief.productFacts, ...brief.shots]
    const known = new Map<string, string>([
      ...brief.deliverables.map(({ id, platform, format }) => [id, `${t(`platform.${platform}`)} ${names('format', format)}`] as const),
      ...sentences.map(({ id, text }) => [id, read(text) || text.zh || text.en] as const),
    ])
    return (id: string) => known.get(id) ?? names('brief', id)
  }, [brief, names, read, t])
}
