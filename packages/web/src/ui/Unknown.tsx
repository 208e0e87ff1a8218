import { useTranslation } from 'react-i18next'
import { Reason } from './Reason.tsx'

/** Unknown is a quiet dash with its reason; it is never 0. */
export function Unknown({ why }: { why?: string }) {
  const { t } = useTranslation()
  const reason = why ?? t('ui.unknownWhy')
  return (
    <Reason why={reason} className="unknown">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('ui.labelled', { label: t('ui.unknown'), text: reason })}</span>
    </Reason>
  )
}
