import { Button, Code, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { useImportPasted } from './use-imports.ts'

const EXAMPLE = '达人昵称\t平台\t粉丝数\t报价\t返点'

/** A block of cells copied from a spreadsheet, header row first. */
export function PasteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const read = useImportPasted()
  const close = () => {
    read.reset()
    setText('')
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title={t('imports.pasteTitle')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="md">
        <Text size="sm">
          {t('imports.pasteHow')} <Code>{EXAMPLE}</Code>
        </Text>
        <Textarea
          label={t('imports.cells')}
          autosize
          minRows={6}
          maxRows={12}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            read.reset()
          }}
          data-autofocus
        />
        {read.error && <ProblemNotice error={read.error} />}
        {read.data && <ImportReportView report={read.data.report} importId={read.data.importId} />}
        <Group>
          {!read.data && (
            <Button disabled={text.trim() === ''} loading={read.isPending} onClick={() => read.mutate({ text, dryRun: true })}>
              {t('imports.preview')}
            </Button>
          )}
          {read.data && !read.data.committed && (
            <Button loading={read.isPending} onClick={() => read.mutate({ text, dryRun: false })}>
              {t('imports.commit')}
            </Button>
          )}
          {read.data?.committed && <Button onClick={close}>{t('imports.done')}</Button>}
        </Group>
      </Stack>
    </Modal>
  )
}
