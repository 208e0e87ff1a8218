import { nameSource } from '@kolibra/core/creators'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import type { FieldName } from './facet-filters.ts'

/** The catalogue that names the words of a field; the words of other fields are shown as the sources print them. */
const GROUP_OF = { platform: 'platform', type: 'type', filed: 'priceFiling' } as const satisfies {
  readonly [name in FieldName]?: string
}
const isNamed = (field: FieldName): field is keyof typeof GROUP_OF => Object.hasOwn(GROUP_OF, field)

/** Names a word of a field in the reader's language; null is "not known". */
export function useNameWord(): (field: FieldName, word: string | null) => string {
  const { t } = useTranslation()
  const names = useNames()
  const { read } = useLanguage()
  return useCallback(
    (field, word) => {
      if (word === null) return t('ui.notKnown')
      if (field === 'sources') return read(nameSource(word))
      return isNamed(field) ? names(GROUP_OF[field], word) : word
    },
    [t, names, read],
  )
}
