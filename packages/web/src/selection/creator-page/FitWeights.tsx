import { Button, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { FitPartName, FitTable } from '@kolibra/core/selection'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchJson, putJson } from '../../api.ts'
import { FormActions } from '../../ui/FormActions.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

interface StoredFitTable {
  readonly revision: number
  readonly table: FitTable
}

const PARTS: readonly FitPartName[] = ['audience', 'content', 'authenticity', 'price', 'safety', 'pastWork']

function useFitTable() {
  const client = useQueryClient()
  const read = useQuery({ queryKey: ['fit-table'], queryFn: () => fetchJson<StoredFitTable>('/fit-table') })
  const change = useMutation({
    mutationFn: (body: StoredFitTable) => putJson<StoredFitTable>('/fit-table', body),
    // Whoever was held against a campaign is weighed anew.
    onSettled: () => Promise.all(['fit-table', 'campaign'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  return { read, change }
}

interface FormProps {
  readonly stored: StoredFitTable
  readonly change: ReturnType<typeof useFitTable>['change']
  readonly onClose: () => void
}

function WeightsForm({ stored: { revision, table }, change, onClose }: FormProps) {
  const { t } = useTranslation()
  const [weights, setWeights] = useState(table.weights)
  const [source, setSource] = useState('')
  const isComplete = source.trim() !== '' && PARTS.some((part) => weights[part] > 0)
  const version = `${table.version.replace(/ #\d+$/, '')} #${revision + 1}`
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) change.mutate({ revision, table: { version, weights, source: source.trim() } }, { onSuccess: onClose })
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('fit.weights.why')}</Text>
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
          {PARTS.map((part) => (
            <NumberInput
              key={part}
              label={t(`fit.part.${part}`)}
              suffix=" %"
              min={0}
              max={100}
              allowDecimal={false}
              value={Math.round(100 * weights[part])}
              onChange={(value) => setWeights({ ...weights, [part]: (typeof value === 'number' ? value : 0) / 100 })}
            />
          ))}
        </SimpleGrid>
        <TextInput
          label={t('fit.weights.source')}
          required
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {change.error && <ProblemNotice error={change.error} />}
        <FormActions submit={t('fit.weights.save')} isBusy={change.isPending} isDisabled={!isComplete} onCancel={onClose} />
      </Stack>
    </form>
  )
}

/** Sets how much each part of the fit weighs in this workspace, with where that comes from. */
export function FitWeights() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { read, change } = useFitTable()
  const close = () => setOpen(false)
  return (
    <>
      <Button size="xs" variant="default" w="fit-content" onClick={() => setOpen(true)}>
        {t('fit.weights.title')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('fit.weights.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
        {read.isPending && <Loading />}
        {read.error && <ProblemNotice error={read.error} />}
        {read.data && <WeightsForm key={read.data.revision} stored={read.data} change={change} onClose={close} />}
      </Modal>
    </>
  )
}
