import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { en } from './en.ts'

/** Reads the name of a value that came from the server, `names('unit', 'views')`; what has no name shows as it is. */
export function useNames(): (group: keyof typeof en, value: string) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (group, value) => {
      // A dot means a level in the catalogue, so creator.age is written creator_age there.
      const key = `${group}.${value.replaceAll('.', '_')}`
      return i18n.exists(key) ? t(key as 'ui.loading') : value
    },
    [t, i18n],
  )
}
