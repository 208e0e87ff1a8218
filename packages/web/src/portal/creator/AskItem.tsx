import { createContext, useContext, useState } from 'react'
import { sendPart } from './ask.ts'
import { listShownItems } from './name-item.ts'
import type { BriefTalk } from './page-data.ts'
import { Field, More, Part, SendButton } from './parts.tsx'
import { ThreadLines } from './ThreadLines.tsx'
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

/** What was asked on one item of the brief and answered, and the way to ask. */
export function AskItem({ itemId }: { itemId: string }) {
  const { t } = useWords()
  const talk = useContext(TalkContext)
  if (talk === null) return null
  const threads = talk.brief.talk.threads.filter((thread) => thread.itemId === itemId)
  return (
    <>
      {threads.map((thread) => (
        <ThreadLines key={thread.id} talk={talk} thread={thread} />
      ))}
      <More title={t('ask')}>
        <AskForm talk={talk} itemId={itemId} />
      </More>
    </>
  )
}

/** Questions about what this page of the brief shows no more, or never did: they stand on top, so that no answer is lost. */
export function LeftQuestions({ talk, platforms }: { talk: BriefTalk; platforms: readonly string[] }) {
  const { t } = useWords()
  const shown = listShownItems(talk.brief.content, platforms)
  const left = talk.brief.talk.threads.filter(({ itemId }) => !shown.includes(itemId))
  if (left.length === 0) return null
  return (
    <Part title={t('brief_other')}>
      {left.map((thread) => (
        <ThreadLines key={thread.id} talk={talk} thread={thread} />
      ))}
    </Part>
  )
}
