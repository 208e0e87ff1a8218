import { Button, Text } from '@mantine/core'
import type { Correction, CorrectionInput } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatExact, formatFen, formatMoment, formatShare } from '../../ui/format-number.ts'
import { usePeriodText } from '../use-passport-rows.ts'
import type { CorrectableNumber } from './correction-form.ts'

/** Names what a correction is about: the field with its period, group or part. */
function useCorrectionName(): (input: CorrectionInput) => string {
  const { t } = useTranslation()
  const names = useNames()
  const tellPeriod = usePeriodText()
  return (input) => {
    if (input.field === 'metric') {
      const { name, period, noteType, flow } = input.place
      const kept = [tellPeriod(period), noteType && t(`noteType.${noteType}`), flow && t(`flow.${flow}`)].filter(Boolean)
      return [names('metric', name), ...kept].join(' · ')
    }
    if (input.field === 'audience') return `${t(`page.${input.place.axis}`)} · ${names('gender', input.place.key)}`
    if (input.field === 'quote') return `${t('price.entry.title')} · ${names('format', input.format)}`
    if (input.field === 'price') return `${t('correct.price')} · ${names('format', input.format)}`
    if (input.field === 'quoteSum' || input.field === 'quoteShare') {
      const { format, filed, part } = input.place
      const filing = filed === null ? [] : [t(filed ? 'creators.filed' : 'creators.notFiled')]
      return [t(`correct.part.${part}`), names('format', format), ...filing].join(' · ')
    }
    return t(`correct.${input.field}`)
  }
}

type NameType = (type: string) => string

function writeValue(
  input: CorrectionInput,
  value: string | number,
  { isShare, nameType }: { isShare: boolean; nameType: NameType },
): string {
  if (input.field === 'creatorType') return nameType(String(value))
  if (typeof value === 'string') return value
  if (input.field === 'price' || input.field === 'quote' || input.field === 'quoteSum') return formatFen(value)
  return isShare ? formatShare(value) : formatExact(value)
}

/** Of a whole quote the price stands for it; the rest is on its card. */
function writeTyped(input: CorrectionInput, how: { isShare: boolean; nameType: NameType }): string {
  if (input.field !== 'quote') return writeValue(input, input.value, how)
  const { listFen, netFen, perThousandPlaysFen, note } = input.value
  const fen = netFen ?? listFen ?? perThousandPlaysFen
  return fen === null ? note : formatFen(fen)
}

/** Whether a value is written in percent: shares of audience and price, and numbers that are counted as shares. */
function isShareOf(input: CorrectionInput, numbers: readonly CorrectableNumber[]): boolean {
  if (input.field !== 'metric') return input.field === 'audience' || input.field === 'quoteShare'
  const { name, period, noteType, flow } = input.place
  return numbers.some(
    (number) =>
      number.unit === 'share' && number.name === name && number.period === period && number.noteType === noteType && number.flow === flow,
  )
}

interface CorrectionListProps {
  readonly items: readonly Correction[]
  readonly numbers: readonly CorrectableNumber[]
  readonly onWithdraw: (id: string) => void
}

/** What was typed, newest first, each with what stood there before; a typed value can be taken back. */
export function CorrectionList({ items, numbers, onWithdraw }: CorrectionListProps) {
  const { t } = useTranslation()
  const tell = useCorrectionName()
  const names = useNames()
  const howOf = (input: CorrectionInput) => ({ isShare: isShareOf(input, numbers), nameType: (type: string) => names('type', type) })
  return (
    <ul className="notes">
      {items.map(({ id, input, oldValue, enteredBy, enteredAt, withdrawnAt }) => (
        <li key={id} className="note">
          <Text size="sm">{tell(input)}</Text>
          <Text size="sm">
            <s data-raw>{oldValue === null ? t('ui.notKnown') : writeValue(input, oldValue, howOf(input))}</s> →{' '}
            <b data-raw>{writeTyped(input, howOf(input))}</b>
          </Text>
          <Text size="xs" c="dimmed">
            {t('correct.by', { who: enteredBy ?? t('ui.notKnown'), when: formatMoment(enteredAt) })}
            {withdrawnAt !== null && ` · ${t('correct.withdrawn', { when: formatMoment(withdrawnAt) })}`}
          </Text>
          {withdrawnAt === null && (
            <Button size="compact-sm" variant="default" w="fit-content" onClick={() => onWithdraw(id)}>
              {t('correct.withdraw')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
