import { useState } from 'react'
import { sendPart } from './ask.ts'
import { momentOf } from './name-post.ts'
import { Field, SendButton } from './parts.tsx'
import type { PostProps } from './page-data.ts'
import { requestOf } from './request-of.ts'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

/** The creator's own idea for the post. */
export function IdeaPart({ linkId, post, onChange }: PostProps) {
  const { t } = useWords()
  const [idea, setIdea] = useState('')
  const sending = useSending(async () => {
    await sendPart(`${linkId}/requests`, requestOf('idea', { deliverableId: post.deliverable.id, text: idea.trim() }))
    setIdea('')
    await onChange()
  })
  return (
    <>
      <Field label={t('ideaField')} lines={4} value={idea} onChange={setIdea} />
      <SendButton label={t('send')} sending={sending} disabled={idea.trim() === ''} />
    </>
  )
}

/** When the creator would publish. */
export function TimePart({ linkId, post, onChange }: PostProps) {
  const { t } = useWords()
  const [time, setTime] = useState('')
  const at = momentOf(time)
  const sending = useSending(async () => {
    await sendPart(`${linkId}/requests`, requestOf('posting_time', { deliverableId: post.deliverable.id, at }))
    setTime('')
    await onChange()
  })
  return (
    <>
      <Field label={t('timeField')} type="datetime-local" value={time} onChange={setTime} />
      <SendButton label={t('send')} sending={sending} disabled={at === null} />
    </>
  )
}
