import { Autocomplete, Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { AUDIENCE_AXES, type Account, type Correction, type CorrectionInput } from '@kolibra/core/creators'
import { CREATOR_TYPES } from '@kolibra/core/shared'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchJson, postJson, removeAt } from '../../api.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { usePeriodText } from '../use-passport-rows.ts'
import {
  BLANK_CORRECTION,
  CORRECTION_FIELDS,
  isValueWrong,
  listNumbers,
  listPriced,
  QUOTE_PARTS,
  readCorrection,
  unitOfForm,
  type CorrectionForm,
} from './correction-form.ts'
import { CorrectionList } from './CorrectionList.tsx'

function useCorrections(creatorId: string) {
  const client = useQueryClient()
  const path = `/creators/${creatorId}/corrections`
  const refresh = () =>
    Promise.all([client.invalidateQueries({ queryKey: ['creator', creatorId] }), client.invalidateQueries({ queryKey: ['creators'] })])
  const list = useQuery({
    queryKey: ['creator', creatorId, 'corrections'],
    queryFn: () => fetchJson<{ items: Correction[] }>(path),
  })
  const add = useMutation({ mutationFn: (input: CorrectionInput) => postJson(path, input), onSuccess: refresh })
  const withdraw = useMutation({ mutationFn: (id: string) => removeAt(`/corrections/${id}`), onSettled: refresh })
  return { list, add, withdraw }
}

interface FieldsProps {
  readonly account: Account
  readonly form: CorrectionForm
  readonly onChange: (change: Partial<CorrectionForm>) => void
}

/** Which of several values is meant: of the numbers, the prices, the groups of the audience. */
function PlaceFields({ account, form, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const tellPeriod = usePeriodText()
  const choosePlace = (event: { currentTarget: { value: string } }) => onChange({ place: Number(event.currentTarget.value) })
  if (form.field === 'price')
    return (
      <Autocomplete
        label={t('creators.priceFormat')}
        required
        value={form.format}
        onChange={(format) => onChange({ format })}
        data={[...new Set(account.quotes.map(({ format }) => format))]}
      />
    )
  if (form.field === 'metric')
    return (
      <NativeSelect
        label={t('page.number')}
        value={String(form.place)}
        onChange={choosePlace}
        data={listNumbers(account).map(({ name, period, noteType, flow }, place) => ({
          value: String(place),
          label: [names('metric', name), tellPeriod(period), noteType && t(`noteType.${noteType}`), flow && t(`flow.${flow}`)]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    )
  if (form.field === 'audience') return <AudienceFields account={account} form={form} onChange={onChange} />
  if (form.field !== 'quote') return null
  return (
    <>
      <NativeSelect
        label={t('creators.priceFormat')}
        value={String(form.place)}
        onChange={choosePlace}
        data={listPriced(account).map(({ format, filed }, place) => ({
          value: String(place),
          label: [names('format', format), filed !== null && t(filed ? 'creators.filed' : 'creators.notFiled')].filter(Boolean).join(' · '),
        }))}
      />
      <NativeSelect
        label={t('correct.partTitle')}
        value={form.part}
        onChange={({ currentTarget: { value } }) => onChange({ part: QUOTE_PARTS.find((part) => part === value) ?? form.part })}
        data={QUOTE_PARTS.map((value) => ({ value, label: t(`correct.part.${value}`) }))}
      />
    </>
  )
}

function AudienceFields({ account, form, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const { axis } = form
  const known = Object.keys(account.audience?.[axis] ?? {})
  return (
    <>
      <NativeSelect
        label={t('correct.axis')}
        value={axis}
        onChange={({ currentTarget: { value } }) => {
          const next = AUDIENCE_AXES.find((each) => each === value) ?? axis
          onChange({ axis: next, key: next === 'gender' ? 'female' : (Object.keys(account.audience?.[next] ?? {})[0] ?? '') })
        }}
        data={AUDIENCE_AXES.map((value) => ({ value, label: t(`page.${value}`) }))}
      />
      {axis === 'gender' ? (
        <NativeSelect
          label={t('correct.group')}
          value={form.key}
          onChange={({ currentTarget: { value } }) => onChange({ key: value })}
          data={['female', 'male'].map((value) => ({ value, label: names('gender', value) }))}
        />
      ) : (
        <Autocomplete label={t('correct.group')} required value={form.key} onChange={(key) => onChange({ key })} data={known} />
      )}
    </>
  )
}

function TypeChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <NativeSelect
      label={t('correct.creatorType')}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('ui.notKnown') }, ...CREATOR_TYPES.map((type) => ({ value: type, label: names('type', type) }))]}
    />
  )
}

/** One value typed over what the sources say. What stood there before stays beside it, and the typed value can be taken back. */
export function CorrectValueDialog({ creatorId, account, onClose }: { creatorId: string; account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const { list, add, withdraw } = useCorrections(creatorId)
  const [form, setForm] = useState(BLANK_CORRECTION)
  const change = (next: Partial<CorrectionForm>) => setForm({ ...form, ...next })
  const input = readCorrection(form, account)
  const error = add.error ?? withdraw.error ?? list.error
  const unit = unitOfForm(form, listNumbers(account))
  const fields = CORRECTION_FIELDS.filter(
    (field) => (field !== 'metric' || listNumbers(account).length > 0) && (field !== 'quote' || account.quotes.length > 0),
  )
  return (
    <Modal opened onClose={onClose} title={t('correct.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (input !== null) add.mutate(input, { onSuccess: () => change({ value: '' }) })
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('correct.why')}</Text>
          <NativeSelect
            label={t('correct.field')}
            value={form.field}
            onChange={({ currentTarget: { value } }) =>
              change({ field: fields.find((field) => field === value) ?? form.field, place: 0, value: '' })
            }
            data={fields.map((value) => ({ value, label: t(`correct.${value}`) }))}
          />
          <PlaceFields account={account} form={form} onChange={change} />
          {unit === 'type' ? (
            <TypeChoice value={form.value} onChange={(value) => change({ value })} />
          ) : (
            <TextInput
              label={t(`correct.valueIn.${unit}`)}
              required
              value={form.value}
              error={isValueWrong(form, account) ? t(`correct.wrong.${unit}`) : undefined}
              onChange={(event) => change({ value: event.currentTarget.value })}
              data-autofocus
            />
          )}
          {error && <ProblemNotice error={error} />}
          <Group gap="xs">
            <Button type="submit" disabled={input === null} loading={add.isPending}>
              {t('correct.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('ui.close')}
            </Button>
          </Group>
          <CorrectionList items={list.data?.items ?? []} numbers={listNumbers(account)} onWithdraw={(id) => withdraw.mutate(id)} />
        </Stack>
      </form>
    </Modal>
  )
}

/** Opens the dialog from wherever values are shown. */
export function CorrectValueButton({ creatorId, account }: { creatorId: string; account: Account }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" variant="default" w="fit-content" onClick={() => setOpen(true)}>
        {t('correct.open')}
      </Button>
      {isOpen && <CorrectValueDialog creatorId={creatorId} account={account} onClose={() => setOpen(false)} />}
    </>
  )
}
