import { List } from '@mantine/core'
import type { ToneFits } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { Unknown } from '../ui/Unknown.tsx'

/** How many of the wishes a creator's posts meet, and on a click which; without texts that is not known, never none. */
export function ToneFitCell({ fit }: { fit: ToneFits['items'][number]['fit'] | undefined }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (fit === undefined || fit === null) return <Unknown why={t('image.noTexts')} />
  const met = fit.filter(({ isMet }) => isMet).length
  const isWhole = met === fit.length
  return (
    <details>
      <summary>
        <span className={`chip ${isWhole ? 'outcome-pass' : 'outcome-warn'}`}>
          <span aria-hidden>{isWhole ? '✓' : '!'}</span> {t('plan.toneMet', { n: met, of: fit.length })}
        </span>
      </summary>
      <List size="sm" spacing={0}>
        {fit.map(({ measure, isMet, because, becauseZh }) => (
          <List.Item key={measure}>
            {t(isMet ? 'image.met' : 'image.unmet')}
            {t('ui.colon')}
            {read({ en: because, zh: becauseZh })}
          </List.Item>
        ))}
      </List>
    </details>
  )
}
