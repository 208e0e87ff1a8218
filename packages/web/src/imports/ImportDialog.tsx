import { Anchor, Button, FileButton, Group, List, Modal, Stack, Text, TextInput, Title } from '@mantine/core'
import { nameSourceId } from '@kolibra/core/imports'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatExact, formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PendingUploads } from './PendingUploads.tsx'
import { UndoButton } from './UndoButton.tsx'
import { UploadSteps } from './UploadSteps.tsx'
import { useFileName } from './use-file-name.ts'
import { useImports } from './use-imports.ts'
import { useUploadActs } from './use-uploads.ts'

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

function EarlierImports() {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const nameFile = useFileName()
  const imports = useImports(true)
  if (!imports.data || imports.data.items.length === 0) return null
  return (
    <section>
      <Title order={3} size="h6">
        {t('imports.earlier')}
      </Title>
      <List size="sm" spacing={4}>
        {imports.data.items.slice(0, SHOWN_IMPORTS).map(({ importId, file, source, createdAt, report }) => (
          <List.Item key={importId}>
            <span data-raw>{nameFile(file)}</span> · {read(nameSourceId(source))} · {formatMoment(createdAt)}
            {report.rejected > 0 && (
              <>
                {' · '}
                <Anchor size="sm" underline="always" href={linkTo(`/imports/${importId}/rejects?lang=${language}`)} download>
                  {t('imports.rejected')}: {formatExact(report.rejected)}
                </Anchor>
              </>
            )}
            <UndoButton importId={importId} file={nameFile(file)} />
          </List.Item>
        ))}
      </List>
    </section>
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
