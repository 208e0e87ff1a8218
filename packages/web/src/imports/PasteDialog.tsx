import { Button, Code, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useRef, useState, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { readCopiedTable } from './read-clipboard.ts'
import { UploadSteps } from './UploadSteps.tsx'
import { PASTED_CELLS } from './use-file-name.ts'
import { useUploadActs } from './use-uploads.ts'

const EXAMPLE = '达人昵称\t平台\t粉丝数\t报价\t返点'

interface CellsProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onPreview: () => void
}

function CellsForm({ text, onText, onPreview }: CellsProps) {
  const { t } = useTranslation()
  // A spreadsheet copies a table beside its text: there merged cells and line breaks inside cells are still told apart.
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const block = readCopiedTable(event.clipboardData.getData('text/html'))
    if (block === null) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    onText(text.slice(0, selectionStart) + block + text.slice(selectionEnd))
  }
  return (
    <>
      <Text size="sm">
        {t('imports.pasteHow')} <Code>{EXAMPLE}</Code>
      </Text>
      <Textarea
        label={t('imports.cells')}
        autosize
        minRows={6}
        maxRows={12}
        value={text}
        onPaste={paste}
        onChange={(event) => onText(event.currentTarget.value)}
        data-autofocus
      />
      <Group>
        <Button disabled={text.trim() === ''} onClick={onPreview}>
          {t('imports.preview')}
        </Button>
      </Group>
    </>
  )
}

/** A block of cells copied from a spreadsheet, header row first; from there on its way is that of a file. */
export function PasteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [uploadId, setUploadId] = useState<string | null>(null)
  const { send } = useUploadActs()
  const stop = useRef<AbortController | null>(null)
  const start = () => {
    stop.current = new AbortController()
    const file = new File([text], PASTED_CELLS)
    send.mutate({ file, pasted: true, signal: stop.current.signal }, { onSuccess: (upload) => setUploadId(upload.uploadId) })
  }
  const leave = () => {
    stop.current?.abort()
    setUploadId(null)
    send.reset()
  }
  const close = () => {
    leave()
    setText('')
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title={t('imports.pasteTitle')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="md">
        {uploadId !== null && <UploadSteps uploadId={uploadId} onLeave={leave} onClose={close} />}
        {send.isPending && <Loading label={t('imports.sending')} />}
        {send.error && <ProblemNotice error={send.error} />}
        {uploadId === null && !send.isPending && <CellsForm text={text} onText={setText} onPreview={start} />}
      </Stack>
    </Modal>
  )
}
