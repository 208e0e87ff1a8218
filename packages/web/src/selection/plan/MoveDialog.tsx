import { Modal, Stack, Text, TextInput } from '@mantine/core'
import type { InvitationMove } from '@kolibra/core/selection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../../ui/FormActions.tsx'

interface MoveDialogProps {
  readonly name: string
  readonly move: InvitationMove
  readonly onClose: () => void
  readonly onSure: (note: string | null) => void
}

/** Before a no is kept: what it starts, and room for the reason. */
export function MoveDialog({ name, move, onClose, onSure }: MoveDialogProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('invitation.of', { move: t(`invitation.do.${move}`), name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSure(note.trim() === '' ? null : note.trim())
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('planPage.noStarts')}</Text>
          <TextInput label={t('planPage.reason')} value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
          <FormActions submit={t(`invitation.do.${move}`)} isBusy={false} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
