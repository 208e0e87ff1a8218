import { Anchor, Button, FileButton, Group, List, Modal, Progress, Stack, Text, TextInput, Title } from '@mantine/core'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatMoment, formatShare } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { MappingForm } from './MappingForm.tsx'
import { PendingUploads } from './PendingUploads.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { useImports } from './use-imports.ts'
import { useUndoImport, type ImportReading } from './use-readings.ts'
import { useUpload, useUploadActs } from './use-uploads.ts'

const SHOWN_IMPORTS = 8
const READABLE = '.xlsx,.xls,.csv,.tsv,.json,.jsonl,.txt'

function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text>{t('imports.drop')}</Text>
      <Text size="sm" c="dimmed">
        {t('imports.formats')}
      </Text>
      <FileButton onChange={(file) => file && onFile(file)} accept={READABLE} inputProps={{ 'aria-label': t('imports.file') }}>
        {(props) => (
          <Button {...props} mt="sm">
            {t('imports.choose')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}

function UndoButton({ importId, file, onDone }: { importId: string; file: string; onDone?: () => void }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const undo = useUndoImport()
  if (!asked)
    return (
      <Button size="compact-xs" variant="default" ml={8} aria-label={t('imports.undoOf', { file })} onClick={() => setAsked(true)}>
        {t('imports.undo')}
      </Button>
    )
  return (
    <Stack gap={4} mt={4}>
      <Text size="sm">{t('imports.undoWhat')}</Text>
      <Group gap="xs">
        <Button
          size="compact-xs"
          color="red"
          loading={undo.isPending}
          onClick={() => undo.mutate(importId, { onSuccess: () => onDone?.() })}
          autoFocus
        >
          {t('imports.undoSure')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
          {t('ui.cancel')}
        </Button>
      </Group>
      {undo.error && <ProblemNotice error={undo.error} />}
    </Stack>
  )
}

function EarlierImports() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const imports = useImports(true)
  if (!imports.data || imports.data.items.length === 0) return null
  return (
    <section>
      <Title order={3} size="h6">
        {t('imports.earlier')}
      </Title>
      <List size="sm">
        {imports.data.items.slice(0, SHOWN_IMPORTS).map(({ importId, file, source, createdAt, report }) => (
          <List.Item key={importId}>
            {file} · {source} · {formatMoment(createdAt)}
            {report.rejected > 0 && (
              <>
                {' · '}
                <Anchor size="sm" underline="always" href={linkTo(`/imports/${importId}/rejects?lang=${language}`)} download>
                  {t('imports.rejected')}: {report.rejected}
                </Anchor>
              </>
            )}
            <UndoButton importId={importId} file={file} />
          </List.Item>
        ))}
      </List>
    </section>
  )
}

/** An upload on its way: read, understood, mapped where need be, imported. */
function UploadSteps({ uploadId, onLeave, onClose }: { uploadId: string; onLeave: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const { read: readLanguage } = useLanguage()
  const { readAgain, commit, discard } = useUploadActs()
  const upload = useUpload(commit.isSuccess ? null : uploadId, commit.isPending)
  const leave = () => discard.mutate(uploadId, { onSettled: onLeave })
  if (commit.data)
    return (
      <>
        <ImportReportView report={commit.data.report} importId={commit.data.importId} />
        <Group>
          <Button onClick={onClose} data-autofocus>
            {t('imports.done')}
          </Button>
          <Button variant="default" onClick={onLeave}>
            {t('imports.another')}
          </Button>
          {commit.data.importId !== null && <UndoButton importId={commit.data.importId} file={commit.data.report.file} onDone={onLeave} />}
        </Group>
      </>
    )
  if (upload.error && !commit.isPending) return <Gone error={upload.error} onLeave={onLeave} />
  if (!upload.data) return <Loading label={t('imports.reading')} />
  const { file, state, share, report, reading } = upload.data
  const isBusy = commit.isPending || state === 'reading' || state === 'committing'
  return (
    <>
      <Text fw={600}>{file}</Text>
      {isBusy && (
        <UploadProgress label={t(`imports.state.${state === 'reading' ? 'reading' : 'committing'}`)} share={share} onCancel={leave} />
      )}
      {commit.error && <ProblemNotice error={commit.error} />}
      {readAgain.error && <ProblemNotice error={readAgain.error} />}
      {state === 'stopped' && <Text role="alert">{t('imports.stoppedWhy')}</Text>}
      {reading?.refusal && <Text role="alert">{readLanguage(reading.refusal.sentence)}</Text>}
      {report && <ImportReportView report={report} importId={null} />}
      {reading && <PreviewRows rows={reading.rows} />}
      {reading && !isBusy && needsMapping(reading) && (
        <MappingForm
          key={upload.dataUpdatedAt}
          reading={reading}
          busy={readAgain.isPending}
          onDone={(mapping) => readAgain.mutate({ uploadId, mapping })}
        />
      )}
      {!isBusy && (
        <Group>
          {report && (
            <Button onClick={() => commit.mutate(uploadId)} data-autofocus>
              {t('imports.commit')}
            </Button>
          )}
          {state === 'stopped' && <Button onClick={() => readAgain.mutate({ uploadId })}>{t('imports.readAgain')}</Button>}
          <Button variant="default" onClick={onLeave}>
            {t('imports.later')}
          </Button>
          <Button variant="default" loading={discard.isPending} onClick={leave}>
            {t('imports.discard')}
          </Button>
        </Group>
      )}
    </>
  )
}

// A file of a known source needs none, but may bring columns of its own; one that was mapped shows how.
function needsMapping({ columns, report, mapping }: ImportReading): boolean {
  return columns.length > 0 && (report === null || mapping !== null || report.unmapped.length > 0)
}

function Gone({ error, onLeave }: { error: Error; onLeave: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <ProblemNotice error={error} />
      <Group>
        <Button onClick={onLeave}>{t('imports.another')}</Button>
      </Group>
    </>
  )
}

function UploadProgress({ label, share, onCancel }: { label: string; share: number | null; onCancel: () => void }) {
  const { t } = useTranslation()
  return (
    <Group>
      {share === null ? <Loading label={label} /> : <Progress value={share * 100} aria-label={label} w={240} />}
      {share !== null && (
        <Text size="sm">
          {label} {formatShare(share)}
        </Text>
      )}
      <Button variant="default" size="xs" onClick={onCancel}>
        {t('ui.cancel')}
      </Button>
    </Group>
  )
}

/** Choose a file or go on with one that waits → what was understood → kept for good. */
export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [uploadId, setUploadId] = useState<string | null>(null)
  const [observedOn, setObservedOn] = useState('')
  const { send } = useUploadActs()
  const stop = useRef<AbortController | null>(null)
  const start = (file: File) => {
    stop.current = new AbortController()
    send.mutate({ file, observedOn, signal: stop.current.signal }, { onSuccess: (upload) => setUploadId(upload.uploadId) })
  }
  const leave = () => {
    stop.current?.abort()
    setUploadId(null)
    send.reset()
  }
  const close = () => {
    leave()
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title={t('imports.title')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="md">
        {uploadId !== null && <UploadSteps uploadId={uploadId} onLeave={leave} onClose={close} />}
        {send.isPending && (
          <Group>
            <Loading label={t('imports.sending')} />
            <Button variant="default" size="xs" onClick={leave}>
              {t('ui.cancel')}
            </Button>
          </Group>
        )}
        {uploadId === null && !send.isPending && (
          <>
            {send.error && <ProblemNotice error={send.error} />}
            <TextInput
              type="date"
              label={t('imports.observedOn')}
              description={t('imports.observedWhy')}
              value={observedOn}
              onChange={(event) => setObservedOn(event.currentTarget.value)}
              maw={320}
            />
            <DropZone onFile={start} />
            <PendingUploads onOpen={setUploadId} />
            <EarlierImports />
          </>
        )}
      </Stack>
    </Modal>
  )
}
