import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import type { ProvinceShare } from '@kolibra/core/selection'
import { USUAL_SHARE, type Filter } from './facet-filters.ts'
import { formatLimit, UNIT_OF } from './field-format.ts'
import { useNameWord } from './use-word-names.ts'

/** A condition as a phrase: "Followers: 5万 to 50万 / not known"; of provinces with the share that counts. */
export function useTellFilter(provinceShare: ProvinceShare = USUAL_SHARE): (filter: Filter) => string {
  const { t } = useTranslation()
  const names = useNames()
  const nameWord = useNameWord()
  const { language } = useLanguage()
  return (filter) => {
    const field = names('field', filter.field)
    if ('any' in filter) {
      const words = filter.any.map((word) => {
        const name = nameWord(filter.field, word)
        return word !== null && filter.field === 'audienceProvinces' ? `${name} ≥ ${formatLimit('share', provinceShare, language)}` : name
      })
      return t('ui.labelled', { label: field, text: words.join(' / ') })
    }
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
