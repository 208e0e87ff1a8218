import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../ui/format-number.ts'
import type { Silence } from './use-deliverables.ts'

// Beyond the published holidays silence decides nothing.
const toldOf = ({ isCertain }: NonNullable<Silence['clock']>) => (isCertain ? 'silence.runs' : 'silence.uncertain')

/** What silence means for a draft: by when it is answered, that silence decides nothing yet, or that it counts as approved because nobody did. */
export function SilenceNote({ silence }: { readonly silence: Silence | undefined }) {
  const { t } = useTranslation()
  if (silence === undefined) return null
  const { clock, approvedAt } = silence
  return (
    <Text size="xs" c="dimmed" data-testid="silence">
      {clock === null ? t('silence.approved', { at: formatMoment(approvedAt) }) : t(toldOf(clock), { at: formatMoment(clock.endsAt) })}
    </Text>
  )
}
