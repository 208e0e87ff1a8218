import { Button, FileButton, Text } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

const READABLE = '.xlsx,.xls,.csv,.tsv,.json,.jsonl,.txt'

/** Takes files that are dropped or chosen, one or several. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const take = (files: readonly File[]) => files.length > 0 && onFiles(files)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
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
      <FileButton multiple onChange={take} accept={READABLE} inputProps={{ 'aria-label': t('imports.file') }}>
        {(props) => (
          <Button {...props} mt="sm">
            {t('imports.choose')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
