import { Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core'
import type { ErasureReport, Person } from '@kolibra/core/creators'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../app/i18n/use-names.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { nameOfCreator } from '../creator-row.ts'
import { useErase, usePerson } from './use-person.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    readonly erased?: ErasureReport
  }
}

interface EraseFormProps {
  readonly person: Person
  readonly busy: boolean
  readonly onErase: () => void
  readonly onCancel: () => void
}

/** Who is meant, with every account that goes, and a tick before the one button that cannot be taken back. */
export function EraseForm({ person, busy, onErase, onCancel }: EraseFormProps) {
  const { t } = useTranslation()
  const names = useNames()
  const [isSure, setSure] = useState(false)
  return (
    <Stack gap="md">
      <List size="sm">
        {person.accounts.map((account) => (
          <List.Item key={account.id}>
            <b data-raw>{nameOfCreator(account)}</b> · {names('platform', account.platform)} · <span data-raw>{account.accountId}</span>
          </List.Item>
        ))}
      </List>
      <Text size="sm">{t('loan.eraseWhy')}</Text>
      <Checkbox size="sm" label={t('loan.eraseSure')} checked={isSure} onChange={({ currentTarget }) => setSure(currentTarget.checked)} />
      <Group gap="xs">
        <Button color="red" disabled={!isSure} loading={busy} onClick={onErase}>
          {t('loan.eraseNow')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Erases a person for good; the page of somebody who is no more is left for the list, which tells what went. */
export function EraseDialog({ creatorId, onClose }: { creatorId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const person = usePerson(creatorId)
  const erase = useErase(creatorId)
  const navigate = useNavigate()
  const leave = { onSuccess: (erased: ErasureReport) => void navigate({ to: '/creators', state: { erased }, replace: true }) }
  return (
    <Modal opened onClose={onClose} title={t('loan.erase')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="md">
        {person.isPending && <Loading />}
        {person.error && <ProblemNotice error={person.error} onRetry={() => void person.refetch()} />}
        {person.data && (
          <EraseForm
            person={person.data}
            busy={erase.isPending}
            onErase={() => erase.mutate(person.data.personId, leave)}
            onCancel={onClose}
          />
        )}
        {erase.error && <ProblemNotice error={erase.error} />}
      </Stack>
    </Modal>
  )
}
