import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormFrame } from '../dossier/FormFrame.tsx'
import { useEndLoan } from './use-person.ts'

/** Ends the basis that stands before its time, with a reason. What is held stays, on no basis. */
export function EndLoanForm({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const save = useEndLoan(creatorId)
  const [reason, setReason] = useState('')
  return (
    <FormFrame open={t('loan.end')} save={save} entry={reason.trim() === '' ? null : { reason }}>
      <TextInput
        label={t('loan.endReason')}
        description={t('loan.endWhy')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormFrame>
  )
}
