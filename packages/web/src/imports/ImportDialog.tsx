import { Anchor, Button, Group, List, Modal, Stack, Text, TextInput, Title } from '@mantine/core'
import { nameSourceId } from '@kolibra/core/imports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatExact, formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { DropZone } from './DropZone.tsx'
import { PendingUploads } from './PendingUploads.tsx'
import { UndoButton } from './UndoButton.tsx'
import { UploadSteps } from './UploadSteps.tsx'
import { useFileQueue } from './use-file-queue.ts'
import { useFileName } from './use-file-name.ts'
import { useImports } from './use-imports.ts'

function EarlierImports() {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const nameFile = useFileName()
  const imports = useImports()
  const items = imports.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <section>
      <Title order={3} size="h6">
        {t('imports.earlier')}
      </Title>
      <List size="sm" spacing={4}>
        {items.map(({ importId, file, source, createdAt, report }) => (
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
      {imports.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          mt="xs"
          loading={imports.isFetchingNextPage}
          onClick={() => void imports.fetchNextPage()}
        >
          {t('imports.showOlder')}
        </Button>
      )}
      {imports.error && <ProblemNotice error={imports.error} />}
    </section>
  )
}

/** Choose files or go on with one that waits → what was understood → kept for good, one file after the other. */
export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [observedOn, setObservedOn] = useState('')
  const { start, end, sending, unsent, current, left, open, next } = useFileQueue()
  const close = () => {
    end()
    onClose()
  }
  return (
    <Modal opened={opened} onClose={close} title={t('imports.title')} size="xl" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="md">
        {unsent.map(({ file, error }) => (
          <div key={file}>
            <Text fw={600} data-raw>
              {file}
            </Text>
            <ProblemNotice error={error} />
          </div>
        ))}
        {current !== null && <UploadSteps key={current} uploadId={current} left={left} onLeave={next} onClose={close} />}
        {current === null && sending !== null && (
          <Group>
            <Loading label={t('imports.sending')} />
            <Text size="sm" data-raw>
              {sending.file}
            </Text>
            <Button variant="default" size="xs" onClick={end}>
              {t('ui.cancel')}
            </Button>
          </Group>
        )}
        {current === null && sending === null && (
          <>
            <TextInput
              type="date"
              label={t('imports.observedOn')}
              description={t('imports.observedWhy')}
              value={observedOn}
              onChange={(event) => setObservedOn(event.currentTarget.value)}
              maw={320}
            />
            <DropZone onFiles={(files) => void start(files, observedOn)} />
            <PendingUploads onOpen={open} />
            <EarlierImports />
          </>
        )}
      </Stack>
    </Modal>
  )
}
