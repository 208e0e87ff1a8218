import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { LOAN_BASES, type LoanInput, type LoanState } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { FormFrame } from '../dossier/FormFrame.tsx'
import { EndLoanForm } from './EndLoanForm.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { saveFile } from './save-file.ts'
import { useExport, useLoan, useSetLoan } from './use-person.ts'

function LoanFacts({ state: { loan, covers, locked } }: { state: LoanState }) {
  const { t } = useTranslation()
  return (
    <Stack gap={4}>
      {loan === null ? (
        <Text size="sm">{t('loan.unknown')}</Text>
      ) : (
        <Text size="sm">
          {t(`loan.${loan.basis}`)} · {t('loan.since', { day: loan.since })} ·{' '}
          {loan.until === null ? t('loan.noEnd') : t('loan.until', { day: loan.until })} · <span data-raw>{loan.source}</span> ·{' '}
          {t('loan.setBy', { who: loan.setBy ?? t('ui.notKnown'), when: formatMoment(loan.setAt) })}
        </Text>
      )}
      {loan !== null && covers.accounts < covers.of && <Text size="sm">{t('loan.covers', { n: covers.accounts, all: covers.of })}</Text>}
      {loan?.ended && (
        <Text size="sm">
          {t('loan.ended', { who: loan.ended.by ?? t('ui.notKnown'), when: formatMoment(loan.ended.at) })}{' '}
          <span data-raw>{loan.ended.reason}</span>
        </Text>
      )}
      {locked !== null && <Text size="sm">{t('loan.locked', { when: formatMoment(locked.erasedAt), day: locked.until })}</Text>}
    </Stack>
  )
}

const isBasis = (value: string): value is LoanInput['basis'] => LOAN_BASES.some((basis) => basis === value)

function LoanForm({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const save = useSetLoan(creatorId)
  const [form, setForm] = useState({ basis: 'consent', since: '', until: '', source: '' })
  const field = (key: keyof typeof form) => ({
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })
  const { basis, since, until, source } = form
  const isComplete = since !== '' && source.trim() !== '' && (until === '' || since <= until)
  const entry = isBasis(basis) && isComplete ? { basis, since, until: until === '' ? null : until, source } : null
  return (
    <FormFrame open={t('loan.set')} save={save} entry={entry}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NativeSelect
          label={t('loan.basis')}
          {...field('basis')}
          data={LOAN_BASES.map((value) => ({ value, label: t(`loan.${value}`) }))}
        />
        <TextInput label={t('loan.source')} required maxLength={500} {...field('source')} />
        <TextInput type="date" label={t('loan.sinceDay')} required {...field('since')} />
        <TextInput type="date" label={t('loan.untilDay')} {...field('until')} />
      </SimpleGrid>
      <Text size="sm">{t('loan.untilWhy')}</Text>
    </FormFrame>
  )
}

/** Basis and clock of what is held of a person, and the two actions that give it back: hand it out, erase it. */
export function LoanSection({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const loan = useLoan(creatorId)
  const exported = useExport(creatorId)
  const [isErasing, setErasing] = useState(false)
  if (loan.isPending) return <Loading />
  if (loan.error) return <ProblemNotice error={loan.error} onRetry={() => void loan.refetch()} />
  const hand = () =>
    exported.mutate(undefined, {
      onSuccess: ({ page, ...held }) => {
        saveFile(`person-${loan.data.personId}.json`, JSON.stringify(held, null, 2), 'application/json')
        saveFile(`person-${loan.data.personId}.html`, page, 'text/html')
      },
    })
  return (
    <Stack gap="sm">
      <LoanFacts state={loan.data} />
      {loan.data.locked === null && <LoanForm creatorId={creatorId} />}
      {loan.data.loan?.ended === null && <EndLoanForm creatorId={creatorId} />}
      {exported.error && <ProblemNotice error={exported.error} />}
      <Group gap="xs">
        <Button size="sm" variant="default" loading={exported.isPending} onClick={hand}>
          {t('loan.export')}
        </Button>
        {loan.data.locked === null && (
          <Button size="sm" variant="default" onClick={() => setErasing(true)}>
            {t('loan.erase')}
          </Button>
        )}
      </Group>
      {isErasing && <EraseDialog creatorId={creatorId} onClose={() => setErasing(false)} />}
    </Stack>
  )
}
