import { NativeSelect, Stack, TextInput } from '@mantine/core'
import type { MappedColumn, MappedTarget } from '@kolibra/core/imports'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { NOTE_TYPES, readFiled, readNoteType, writeFiled } from './mapping-choices.ts'

type TargetOf<To extends MappedTarget['to']> = Extract<MappedTarget, { to: To }>
interface DetailsProps<To extends MappedTarget['to']> {
  readonly column: MappedColumn
  readonly target: TargetOf<To>
  readonly onChange: (column: MappedColumn) => void
}

/** Over which days a number goes, and over which posts. */
function MetricDetails({ column, target, onChange }: DetailsProps<'metric'>) {
  const { t } = useTranslation()
  const names = useNames()
  const { header } = column
  return (
    <>
      <TextInput
        size="xs"
        aria-label={t('mapping.period', { header })}
        placeholder={t('mapping.periodExample')}
        value={target.period ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { period: _period, ...rest } = target
          onChange({ ...column, target: value.trim() === '' ? rest : { ...rest, period: value } })
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('mapping.noteType', { header })}
        value={target.noteType ?? ''}
        data={[
          { value: '', label: t('mapping.noteTypeOpen') },
          ...NOTE_TYPES.map((each) => ({ value: each, label: t('mapping.notes', { kind: names('noteType', each) }) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const { noteType: _noteType, ...rest } = target
          const noteType = readNoteType(value)
          onChange({ ...column, target: noteType === null ? rest : { ...rest, noteType } })
        }}
      />
    </>
  )
}

/** In which unit a price stands, and whether it is that of a filed order. */
function QuoteDetails({ column: { header, times }, target, onChange }: DetailsProps<'quote'>) {
  const { t } = useTranslation()
  const scale = times === undefined ? {} : { times }
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('mapping.money', { header })}
        value={String(times ?? 1)}
        data={[
          { value: '1', label: t('mapping.yuan') },
          { value: '0.01', label: t('mapping.fen') },
          { value: '10000', label: t('mapping.wan') },
        ]}
        onChange={({ currentTarget: { value } }) => onChange(value === '1' ? { header, target } : { header, target, times: Number(value) })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('mapping.filed', { header })}
        value={writeFiled(target.filed)}
        data={[
          { value: '', label: t('mapping.filedOpen') },
          { value: 'yes', label: t('mapping.filedYes') },
          { value: 'no', label: t('mapping.filedNo') },
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ header, ...scale, target: { ...target, filed: readFiled(value) } })}
      />
    </>
  )
}

/** What a person says about a column beyond what it holds. */
export function ColumnDetails({ column, onChange }: Pick<DetailsProps<'metric'>, 'column' | 'onChange'>) {
  const { target } = column
  if (target.to !== 'metric' && target.to !== 'quote') return null
  return (
    <Stack gap={4} mt={4}>
      {target.to === 'metric' && <MetricDetails column={column} target={target} onChange={onChange} />}
      {target.to === 'quote' && <QuoteDetails column={column} target={target} onChange={onChange} />}
    </Stack>
  )
}
