import { Button, Code, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mapping } from '@kolibra/core/imports'
import { useLanguage } from '../app/i18n/use-language.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { MappingForm } from './MappingForm.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { useImportPasted } from './use-imports.ts'
import { useReading } from './use-readings.ts'

const EXAMPLE = '达人昵称\t平台\t粉丝数\t报价\t返点'

/** A block of cells copied from a spreadsheet, header row first. */
export function PasteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { read: readLanguage } = useLanguage()
  const [text, setText] = useState('')
  const read = useImportPasted()
  const reading = useReading()
  const looked = reading.data
  const report = read.data?.report ?? looked?.report
  const lookAt = (mapping: Mapping | null = null) => reading.mutate({ file: new File([text], 'cells'), pasted: true, mapping })
  const close = () => {
    read.reset()
    reading.reset()
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
            reading.reset()
          }}
          data-autofocus
        />
        {read.error && <ProblemNotice error={read.error} />}
        {reading.error && <ProblemNotice error={reading.error} />}
        {looked?.refusal && <Text role="alert">{readLanguage(looked.refusal.sentence)}</Text>}
        {report && <ImportReportView report={report} importId={read.data?.importId ?? null} />}
        {looked && !read.data && <PreviewRows rows={looked.rows} />}
        {looked && !read.data && (looked.report === null || looked.mapping !== null) && (
          <MappingForm reading={looked} busy={reading.isPending} onDone={lookAt} />
        )}
        <Group>
          {!looked && (
            <Button disabled={text.trim() === ''} loading={reading.isPending} onClick={() => lookAt()}>
              {t('imports.preview')}
            </Button>
          )}
          {looked?.report && !read.data && (
            <Button
              loading={read.isPending}
              onClick={() => read.mutate({ text, dryRun: false, ...(looked.mapping === null ? {} : { mapping: looked.mapping }) })}
            >
              {t('imports.commit')}
            </Button>
          )}
          {read.data?.committed && <Button onClick={close}>{t('imports.done')}</Button>}
        </Group>
      </Stack>
    </Modal>
  )
}
