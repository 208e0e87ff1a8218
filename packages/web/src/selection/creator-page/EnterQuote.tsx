import { Autocomplete, Button, Group, Modal, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { Account, CorrectionInput } from '@kolibra/core/creators'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { postJson } from '../../api.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { BLANK_QUOTE, faultsOf, quoteOf, SHARE_FIELDS, SUM_FIELDS, type QuoteForm } from './quote-form.ts'

function useEnterQuote(creatorId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CorrectionInput) => postJson(`/creators/${creatorId}/corrections`, input),
    // Lists, plans and what is held against a campaign all stand on prices.
    onSuccess: () => Promise.all(['creator', 'creators', 'campaign'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}

interface FieldsProps {
  readonly form: QuoteForm
  readonly onChange: (change: Partial<QuoteForm>) => void
}

function PartFields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const faults = faultsOf(form)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {[...SUM_FIELDS, ...SHARE_FIELDS].map((field) => {
        const fault = faults[field]
        return (
          <TextInput
            key={field}
            label={t('price.entry.labelled', {
              name: t(`correct.part.${field}`),
              unit: t(SHARE_FIELDS.some((share) => share === field) ? 'price.entry.percent' : 'price.entry.yuan'),
            })}
            inputMode="decimal"
            value={form[field]}
            error={fault === undefined ? undefined : t(`price.entry.fault.${fault}`)}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        )
      })}
    </SimpleGrid>
  )
}

function RestFields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t('price.entry.filing')}
          value={form.filed}
          onChange={({ currentTarget: { value } }) => onChange({ filed: value === 'yes' || value === 'no' ? value : '' })}
          data={[
            { value: '', label: t('ui.notKnown') },
            { value: 'yes', label: t('creators.filed') },
            { value: 'no', label: t('creators.notFiled') },
          ]}
        />
        <TextInput
          label={t('price.entry.validUntil')}
          type="date"
          value={form.validUntil}
          onChange={(event) => onChange({ validUntil: event.currentTarget.value })}
        />
      </SimpleGrid>
      {form.filed === 'no' && (
        <Text size="sm">
          <span className="chip outcome-block">
            <span aria-hidden>⊘</span> {t('price.standing.unfiled')}
          </span>
        </Text>
      )}
      <TextInput label={t('price.entry.gifts')} value={form.gifts} onChange={(event) => onChange({ gifts: event.currentTarget.value })} />
      <TextInput
        label={t('price.entry.note')}
        required
        value={form.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}

/** What is booked most; any other word may be typed. */
const USUAL_FORMATS = ['note_image', 'note_video', 'video', 'live', 'article']

function QuoteDialog({ creatorId, account, onClose }: { creatorId: string; account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const enter = useEnterQuote(creatorId)
  const [form, setForm] = useState(BLANK_QUOTE)
  const change = (next: Partial<QuoteForm>) => setForm({ ...form, ...next })
  const names = useNames()
  // People see and pick names; what is kept is the key, or their own word.
  const formats = new Map([...account.quotes.map(({ format }) => format), ...USUAL_FORMATS].map((key) => [names('format', key), key]))
  const input = quoteOf({ ...form, format: formats.get(form.format) ?? form.format })
  return (
    <Modal opened onClose={onClose} title={t('price.entry.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (input !== null) enter.mutate(input, { onSuccess: onClose })
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('price.entry.why')}</Text>
          <Autocomplete
            label={t('creators.priceFormat')}
            required
            value={form.format}
            onChange={(format) => change({ format })}
            data={[...formats.keys()]}
            data-autofocus
          />
          <PartFields form={form} onChange={change} />
          <RestFields form={form} onChange={change} />
          {enter.error && <ProblemNotice error={enter.error} />}
          <Group gap="xs">
            <Button type="submit" disabled={input === null} loading={enter.isPending}>
              {t('price.entry.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('ui.close')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Enters a whole quote as somebody was told it; what stood there before stays beside it. */
export function EnterQuoteButton({ creatorId, account }: { creatorId: string; account: Account }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" variant="default" w="fit-content" onClick={() => setOpen(true)}>
        {t('price.entry.title')}
      </Button>
      {isOpen && <QuoteDialog creatorId={creatorId} account={account} onClose={() => setOpen(false)} />}
    </>
  )
}
