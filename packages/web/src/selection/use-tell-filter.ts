import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import type { Filter } from './facet-filters.ts'
import { formatLimit, UNIT_OF } from './field-format.ts'
import { useNameWord } from './use-word-names.ts'

/** A condition as a phrase: "Followers: 5万 to 50万 / not known". */
export function useTellFilter(): (filter: Filter) => string {
  const { t } = useTranslation()
  const names = useNames()
  const nameWord = useNameWord()
  const { language } = useLanguage()
  return (filter) => {
    const field = names('field', filter.field)
    if ('any' in filter) return t('ui.labelled', { label: field, text: filter.any.map((word) => nameWord(filter.field, word)).join(' / ') })
    const unit = UNIT_OF[filter.field] ?? 'count'
    const [from, below] = [filter.from, filter.below].map((limit) => (limit === null ? null : formatLimit(unit, limit, language)))
    const range =
      from && below ? t('find.between', { from, below }) : from ? t('find.atLeast', { from }) : below ? t('find.under', { below }) : null
    return t('ui.labelled', {
      label: field,
      text: [range, filter.unknown ? t('ui.notKnown') : null].flatMap((part) => part ?? []).join(' / '),
    })
  }
}
