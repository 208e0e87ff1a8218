import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { CORRECTABLE_TEXTS, correctionInputSchema, type Correction, type CorrectionInput } from '@kolibra/core/creators'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchJson, postJson, removeAt } from '../../api.ts'
import { formatExact, formatFen, formatMoment } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

const FIELDS = [...CORRECTABLE_TEXTS, 'followers', 'price'] as const
type Field = (typeof FIELDS)[number]
const isField = (name: string): name is Field => FIELDS.some((field) => field === name)

/** What was typed as the server takes it; null while it does not fit. */
function inputOf({ field, format, value }: { field: Field; format: string; value: string }): CorrectionInput | null {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  const typed = field === 'followers' ? number : field === 'price' ? Math.round(number * 100) : value
  return correctionInputSchema.safeParse({ field, format, value: typed }).data ?? null
}

function CorrectionRow({ correction, onWithdraw }: { correction: Correction; onWithdraw: () => void }) {
  const { t } = useTranslation()
  const { field, format, value, oldValue, enteredBy, enteredAt, withdrawnAt } = correction
  const show = (each: string | number | null) => {
    if (each === null) return t('ui.notKnown')
    if (typeof each === 'string') return each
    return field === 'price' ? formatFen(each) : formatExact(each)
  }
  return (
    <li>
      <Text size="sm">
        {isField(field) ? t(`correct.${field}`) : field} {format !== null && <span data-raw>{format}</span>}:{' '}
        <span data-raw>{show(oldValue)}</span> → <b data-raw>{show(value)}</b> ·{' '}
        {t('correct.by', { who: enteredBy ?? t('ui.notKnown'), when: formatMoment(enteredAt) })}
      </Text>
      {withdrawnAt === null ? (
        <Button size="compact-sm" variant="default" onClick={onWithdraw}>
          {t('correct.withdraw')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('correct.withdrawn', { when: formatMoment(withdrawnAt) })}
        </Text>
      )}
    </li>
  )
}

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

/** One value typed over what the sources say. What stood there before stays beside it, and the typed value can be taken back. */
export function CorrectValueDialog({ creatorId, onClose }: { creatorId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { list, add, withdraw } = useCorrections(creatorId)
  const [form, setForm] = useState<{ field: Field; format: string; value: string }>({ field: 'followers', format: '', value: '' })
  const input = inputOf(form)
  const error = add.error ?? withdraw.error ?? list.error
  return (
    <Modal opened onClose={onClose} title={t('correct.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (input !== null) add.mutate(input, { onSuccess: () => setForm({ ...form, value: '' }) })
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('correct.why')}</Text>
          <NativeSelect
            label={t('correct.field')}
            value={form.field}
            onChange={({ currentTarget: { value } }) => isField(value) && setForm({ ...form, field: value })}
            data={FIELDS.map((value) => ({ value, label: t(`correct.${value}`) }))}
          />
          {form.field === 'price' && (
            <TextInput
              label={t('creators.priceFormat')}
              required
              value={form.format}
              onChange={(event) => setForm({ ...form, format: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={t('correct.value')}
            required
            value={form.value}
            onChange={(event) => setForm({ ...form, value: event.currentTarget.value })}
            data-autofocus
          />
          {error && <ProblemNotice error={error} />}
          <Group gap="xs">
            <Button type="submit" disabled={input === null} loading={add.isPending}>
              {t('correct.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('ui.close')}
            </Button>
          </Group>
          <ul className="notes">
            {list.data?.items.map((correction) => (
              <CorrectionRow key={correction.id} correction={correction} onWithdraw={() => withdraw.mutate(correction.id)} />
            ))}
          </ul>
        </Stack>
      </form>
    </Modal>
  )
}

/** Opens the dialog from wherever values are shown. */
export function CorrectValueButton({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" variant="default" w="fit-content" onClick={() => setOpen(true)}>
        {t('correct.open')}
      </Button>
      {isOpen && <CorrectValueDialog creatorId={creatorId} onClose={() => setOpen(false)} />}
    </>
  )
}
