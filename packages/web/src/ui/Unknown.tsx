import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Unknown is a quiet dash with its reason; it is never 0. */
export function Unknown({ why }: { why?: string }) {
  const { t } = useTranslation()
  const reason = why ?? t('ui.unknownWhy')
  return (
    <Tooltip label={reason} withArrow multiline maw={320}>
      <span className="unknown">
        <span aria-hidden>–</span>
        <span className="sr-only">{`${t('ui.unknown')}: ${reason}`}</span>
      </span>
    </Tooltip>
  )
}
