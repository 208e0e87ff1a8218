import { Button, Group, List, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoment, formatShare } from '../ui/format-number.ts'
import { useFileName } from './use-file-name.ts'
import { useUploadActs, useUploads } from './use-uploads.ts'

/** Files that were sent and not imported: go on with one, or throw it away. */
export function PendingUploads({ onOpen }: { onOpen: (uploadId: string) => void }) {
  const { t } = useTranslation()
  const nameFile = useFileName()
  const uploads = useUploads()
  const { discard } = useUploadActs()
  if (!uploads.data || uploads.data.items.length === 0) return null
  return (
    <section data-testid="pending-uploads">
      <Title order={3} size="h6">
        {t('imports.pending')}
      </Title>
      <List size="sm" spacing={8}>
        {uploads.data.items.map(({ uploadId, file, state, share, createdAt }) => (
          <List.Item key={uploadId}>
            {nameFile(file)} · {t(`imports.state.${state}`)}
            {share !== null && ` ${formatShare(share)}`} · {formatMoment(createdAt)}
            <Group gap="xs" mt={4}>
              <Button size="compact-xs" aria-label={t('imports.goOnWith', { file: nameFile(file) })} onClick={() => onOpen(uploadId)}>
                {t('imports.goOn')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('imports.discardOf', { file: nameFile(file) })}
                loading={discard.isPending && discard.variables === uploadId}
                onClick={() => discard.mutate(uploadId)}
              >
                {t('imports.discard')}
              </Button>
            </Group>
          </List.Item>
        ))}
      </List>
    </section>
  )
}
