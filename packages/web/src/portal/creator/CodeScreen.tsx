import { useState } from 'react'
import { sendPart } from './ask.ts'
import { Field, SendButton } from './parts.tsx'
import type { Entry } from './use-opening.ts'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

/** A further device: the code that the desk sees. */
export function CodeScreen({ linkId, onIn, onAgain }: { linkId: string; onIn: (entry: Entry) => void; onAgain: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const sending = useSending(async () => {
    onIn(await sendPart<Entry>(`${linkId}/codes`, { code: code.trim() }))
  })
  return (
    <section className="part">
      <h1>{t('codeTitle')}</h1>
      <p>{t('codeWhy')}</p>
      <Field label={t('codeField')} type="tel" value={code} onChange={setCode} />
      <SendButton label={t('codeSend')} sending={sending} disabled={code.trim().length !== 6} />
      <button type="button" className="quiet" onClick={onAgain}>
        {t('codeAgain')}
      </button>
    </section>
  )
}
