import { Button, FileButton, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface BriefFileDropProps {
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}

/** Takes one brief that is dropped or chosen. */
export function BriefFileDrop({ isBusy, onFile }: BriefFileDropProps) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file !== undefined) onFile(file)
      }}
    >
      <Text size="sm">{t('briefText.drop')}</Text>
      <FileButton
        accept=".docx,.xlsx,.md,.txt"
        onChange={(file) => file !== null && onFile(file)}
        inputProps={{ 'aria-label': t('briefText.file') }}
      >
        {(props) => (
          <Button {...props} variant="default" mt="xs" loading={isBusy}>
            {t('briefText.file')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
