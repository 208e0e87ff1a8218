import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../ui/format-number.ts'
import type { Silence } from './use-deliverables.ts'

/** What silence means for a draft: by when it is answered, or that it counts as approved because nobody did. */
export function SilenceNote({ silence }: { readonly silence: Silence | undefined }) {
  const { t } = useTranslation()
  if (silence === undefined) return null
  const { clock, approvedAt } = silence
  const told =
    clock === null ? t('silence.approved', { at: formatMoment(approvedAt) }) : t('silence.runs', { at: formatMoment(clock.endsAt) })
  return (
    <Text size="xs" c="dimmed" data-testid="silence">
      {told}
      {clock?.isCertain === false && ` ${t('silence.uncertain')}`}
    </Text>
  )
}
