import { useState } from 'react'
import { sendPart } from './ask.ts'
import { Field, SendButton } from './parts.tsx'
import type { PostProps } from './page-data.ts'
import { requestOf } from './request-of.ts'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

/** Accept or decline; a no says why. */
export function AnswerPart({ linkId, post, onChange }: PostProps) {
  const { t } = useWords()
  const [declines, setDeclines] = useState(false)
  const [why, setWhy] = useState('')
  const tell = async (kind: 'accept' | 'decline', text: string | null) => {
    await sendPart(`${linkId}/requests`, requestOf(kind, { deliverableId: post.deliverable.id, text }))
    await onChange()
  }
  const accepting = useSending(() => tell('accept', null))
  const declining = useSending(() => tell('decline', why.trim()))
  return (
    <section className="part">
      <p>{t('answerHint')}</p>
      {declines ? (
        <>
          <Field label={t('declineWhy')} lines={3} value={why} onChange={setWhy} />
          <SendButton label={t('declineSend')} sending={declining} disabled={why.trim() === ''} />
          <button type="button" className="quiet" onClick={() => setDeclines(false)}>
            {t('cancel')}
          </button>
        </>
      ) : (
        <>
          <SendButton label={t('accept')} sending={accepting} />
          <button type="button" className="quiet" onClick={() => setDeclines(true)}>
            {t('decline')}
          </button>
        </>
      )}
    </section>
  )
}
