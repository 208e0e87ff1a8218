import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { CreatorRequest } from '@kolibra/core/portal'
import { shanghaiClock } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../api.ts'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageSection } from '../ui/PageSection.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useHandToImport, useInbox, useSettlement, type DeskFile } from './use-portal.ts'

function Answer({ campaignId, request }: { campaignId: string; request: CreatorRequest }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const settlement = useSettlement(campaignId)
  const words = note.trim() === '' ? null : note.trim()
  const settle = (answer: 'taken' | 'turned_down') => settlement.mutate({ id: request.id, settlement: answer, note: words })
  return (
    <>
      {request.kind === 'erasure' && <Text size="sm">{t('portal.eraseHint')}</Text>}
      <Group gap="xs" align="flex-end">
        <TextInput className="grow" label={t('portal.note')} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
        <Button size="sm" loading={settlement.isPending} onClick={() => settle('taken')}>
          {t('portal.take')}
        </Button>
        <Button size="sm" variant="default" disabled={words === null} onClick={() => settle('turned_down')}>
          {t('portal.turnDown')}
        </Button>
      </Group>
      {settlement.error && <ProblemNotice error={settlement.error} />}
    </>
  )
}

function RequestItem({ campaignId, request, creator }: { campaignId: string; request: CreatorRequest; creator: string }) {
  const { t } = useTranslation()
  const mayAnswer = useMayDo('portal.write')
  const { kind, text, field, at, sentAt, settlement, note } = request
  return (
    <li className="link-card">
      <Group gap="xs">
        <Text fw={600}>{creator}</Text>
        <Text>{t(`portal.kind_${kind}`)}</Text>
        <span className="chip">{t(`portal.settled_${settlement ?? 'waiting'}`)}</span>
        <Text size="xs" c="dimmed">
          {shanghaiClock(sentAt)}
        </Text>
      </Group>
      {(text !== null || at !== null) && (
        <Text size="sm" data-raw>
          {field !== null && `${t(`portal.field_${field}`)} · `}
          {at !== null && shanghaiClock(at)} {text}
        </Text>
      )}
      {note !== null && (
        <Text size="sm" c="dimmed" data-raw>
          {note}
        </Text>
      )}
      {mayAnswer && settlement === null && <Answer campaignId={campaignId} request={request} />}
    </li>
  )
}

function FileItem({ file, creator }: { file: DeskFile; creator: string }) {
  const { t } = useTranslation()
  const handing = useHandToImport()
  const mayOpen = useMayDo('portal.write')
  return (
    <li className="link-card">
      <Group gap="xs">
        <Text fw={600}>{creator}</Text>
        <Text>{t(`portal.file_${file.kind}`)}</Text>
        <Text size="sm" data-raw>
          {file.fileName}
        </Text>
        <Text size="xs" c="dimmed">
          {shanghaiClock(file.uploadedAt)}
        </Text>
        {mayOpen && (
          <Button component="a" size="xs" variant="default" href={linkTo(`/creator-files/${file.id}`)} download>
            {t('portal.download')}
          </Button>
        )}
        {mayOpen && file.kind === 'numbers_export' && (
          <Button size="xs" loading={handing.isPending} onClick={() => handing.mutate(file)}>
            {t('portal.toImport')}
          </Button>
        )}
      </Group>
      {handing.isSuccess && <Text size="sm">{t('portal.toImportDone')}</Text>}
      {handing.error && <ProblemNotice error={handing.error} />}
    </li>
  )
}

/** What creators asked, told and uploaded; what waits for an answer first. */
export function RequestInbox({ campaignId, nameOf }: { campaignId: string; nameOf: (creatorId: string) => string }) {
  const { t } = useTranslation()
  const inbox = useInbox(campaignId)
  if (inbox.error) return <ProblemNotice error={inbox.error} onRetry={() => void inbox.refetch()} />
  if (!inbox.data) return <Loading />
  const { items, files } = inbox.data
  const waiting = items.filter(({ settlement }) => settlement === null)
  const settled = items.filter(({ settlement }) => settlement !== null)
  return (
    <Stack gap="md">
      <PageSection id="requests" title={t('portal.inbox')}>
        {items.length === 0 && <Text size="sm">{t('portal.inboxEmpty')}</Text>}
        <ul className="link-list">
          {[...waiting, ...settled].map((request) => (
            <RequestItem key={request.id} campaignId={campaignId} request={request} creator={nameOf(request.creatorId)} />
          ))}
        </ul>
      </PageSection>
      {files.length > 0 && (
        <PageSection id="files" title={t('portal.files')}>
          <ul className="link-list">
            {files.map((file) => (
              <FileItem key={file.id} file={file} creator={nameOf(file.creatorId)} />
            ))}
          </ul>
        </PageSection>
      )}
    </Stack>
  )
}
