import { Anchor, Button, FileButton, Group, List, Modal, Stack, Text, TextInput, Title } from '@mantine/core'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../api.ts'
import { formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { MappingForm } from './MappingForm.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { useImportFile, useImports } from './use-imports.ts'
import { useReading, useUndoImport } from './use-readings.ts'

// Larger files are read in pieces and have no columns to look at.
const LARGEST_LOOK_BYTES = 32 << 20
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

function UndoButton({ importId, file }: { importId: string; file: string }) {
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
        <Button size="compact-xs" color="red" loading={undo.isPending} onClick={() => undo.mutate(importId)} autoFocus>
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
                <Anchor size="sm" underline="always" href={linkTo(`/imports/${importId}/rejects`)} download>
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

/** File → what was understood, as a dry run → kept for good. */
export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const [observedOn, setObservedOn] = useState('')
  const read = useImportFile()
  const reading = useReading()
  const stop = useRef<AbortController | null>(null)
  const run = (next: File, dryRun: boolean) => {
    setFile(next)
    stop.current = new AbortController()
    const mapping = reading.data?.report ? reading.data.mapping : null
    read.mutate({ file: next, dryRun, observedOn, mapping, signal: stop.current.signal })
    if (dryRun && next.size <= LARGEST_LOOK_BYTES) reading.mutate({ file: next })
  }
  const reset = () => {
    stop.current?.abort()
    setFile(null)
    read.reset()
    reading.reset()
  }
  const close = () => {
    reset()
    onClose()
  }
  const answer = read.data
  const looked = reading.data
  const report = answer?.report ?? looked?.report
  // A file of a known source needs none; one that was mapped shows how.
  const needsMapping = looked !== undefined && looked.columns.length > 0 && (looked.report === null || looked.mapping !== null)
  return (
    <Modal opened={opened} onClose={close} title={t('imports.title')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="md">
        {file === null && (
          <>
            <TextInput
              type="date"
              label={t('imports.observedOn')}
              description={t('imports.observedWhy')}
              value={observedOn}
              onChange={(event) => setObservedOn(event.currentTarget.value)}
              maw={320}
            />
            <DropZone onFile={(next) => run(next, true)} />
            <EarlierImports />
          </>
        )}
        {file && <Text fw={600}>{file.name}</Text>}
        {read.isPending && (
          <Group>
            <Loading label={t('imports.reading')} />
            <Button variant="default" size="xs" onClick={reset}>
              {t('ui.cancel')}
            </Button>
          </Group>
        )}
        {read.error && !looked?.report && <ProblemNotice error={read.error} />}
        {reading.error && <ProblemNotice error={reading.error} />}
        {report && <ImportReportView report={report} importId={answer?.committed ? answer.importId : null} />}
        {looked && !answer?.committed && <PreviewRows rows={looked.rows} />}
        {file && looked && needsMapping && !answer?.committed && (
          <MappingForm reading={looked} busy={reading.isPending} onDone={(mapping) => reading.mutate({ file, mapping })} />
        )}
        {file && !read.isPending && (
          <Group>
            {report && !answer?.committed && (
              <Button onClick={() => run(file, false)} data-autofocus>
                {t('imports.commit')}
              </Button>
            )}
            {answer?.committed && <Button onClick={close}>{t('imports.done')}</Button>}
            <Button variant="default" onClick={reset}>
              {t('imports.another')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}
