import { createContext, useContext, useState } from 'react'
import { sendPart } from './ask.ts'
import { nameItem } from './name-item.ts'
import type { BriefTalk } from './page-data.ts'
import { Field, More, Part, SendButton } from './parts.tsx'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

/** The brief that is read, and how to speak of it: every line of it can be asked about. */
export const TalkContext = createContext<BriefTalk | null>(null)

function AskForm({ talk: { linkId, brief, onChange }, itemId }: { talk: BriefTalk; itemId: string }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const sending = useSending(async () => {
    await sendPart(`${linkId}/questions`, { briefId: brief.id, itemId, words: words.trim() })
    setWords('')
    await onChange()
  })
  return (
    <>
      <Field label={t('askField')} lines={3} value={words} onChange={setWords} />
      <SendButton label={t('askSend')} sending={sending} disabled={words.trim() === ''} />
    </>
  )
}

/** Asks on one item of the brief. */
export function AskItem({ itemId }: { itemId: string }) {
  const { t } = useWords()
  const talk = useContext(TalkContext)
  if (talk === null) return null
  return (
    <More title={t('ask')}>
      <AskForm talk={talk} itemId={itemId} />
    </More>
  )
}

/** What was asked of the brief and answered, with the item it is about. */
export function QuestionList({ brief }: { brief: BriefTalk['brief'] }) {
  const { t, language } = useWords()
  const { threads } = brief.talk
  if (threads.length === 0) return null
  return (
    <Part title={t('questions')}>
      <ul className="lines">
        {threads.map(({ id, itemId, state, words }) => {
          const name = nameItem(brief.content, itemId, language)
          return (
            <li key={id}>
              <strong>{'text' in name ? name.text : t(name.key)}</strong> <span className="chip">{t(`thread_${state}`)}</span>
              {words.map(({ words: said, at, isOwn }) => (
                <span key={at + said} className={isOwn ? 'line' : 'line note'}>
                  {t(isOwn ? 'saidByMe' : 'saidByDesk', { words: said })}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
