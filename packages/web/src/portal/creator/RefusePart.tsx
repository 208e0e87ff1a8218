import { EXCEEDED_FIELDS, type ExceededField } from '@kolibra/core/portal'
import { useState } from 'react'
import { sendPart } from './ask.ts'
import { Choice, Field, SendButton } from './parts.tsx'
import type { PostProps } from './page-data.ts'
import { requestOf } from './request-of.ts'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

/** Refuses a revision that asks for more than the brief: which field, what the brief says of it, and why. */
export function RefusePart({ linkId, post, onChange }: PostProps) {
  const { t, language } = useWords()
  const [field, setField] = useState<ExceededField | ''>('')
  const [why, setWhy] = useState('')
  const agreed = post.agreed.find((told) => told.field === field)?.told[language]
  const sending = useSending(async () => {
    if (field === '') return
    await sendPart(`${linkId}/requests`, requestOf('refusal', { deliverableId: post.deliverable.id, field, text: why.trim() }))
    await onChange()
  })
  const options = [{ value: '', label: t('unanswered') }, ...EXCEEDED_FIELDS.map((name) => ({ value: name, label: t(`field_${name}`) }))]
  return (
    <>
      <p className="dim">{t('refuseHint')}</p>
      <Choice
        label={t('refuseField')}
        value={field}
        options={options}
        onChange={(value) => setField(EXCEEDED_FIELDS.find((name) => name === value) ?? '')}
      />
      {agreed !== undefined && <p className="note">{agreed}</p>}
      <Field label={t('refuseWhy')} lines={3} value={why} onChange={setWhy} />
      <SendButton label={t('refuseSend')} sending={sending} disabled={field === '' || why.trim() === ''} />
    </>
  )
}
