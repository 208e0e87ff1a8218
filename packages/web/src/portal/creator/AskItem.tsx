import { createContext, useContext, useState } from 'react'
import { sendPart } from './ask.ts'
import { Choice, Field, More, Part, SendButton } from './parts.tsx'
import type { Speaking } from './speaking.ts'
import { ThreadLines } from './ThreadLines.tsx'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

/** The brief that is read, and how to speak of it: every line of it can be asked about. */
export const TalkContext = createContext<Speaking | null>(null)

function AskForm({ speaking: { briefId, sayPath, words: keys, mayComment, onChange }, itemId }: { speaking: Speaking; itemId: string }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState('comment')
  const sending = useSending(async () => {
    await sendPart(sayPath, { briefId, itemId, words: words.trim(), ...(mayComment ? { kind } : {}) })
    setWords('')
    await onChange()
  })
  const kinds = (['comment', 'question'] as const).map((value) => ({ value, label: t(`say_${value}`) }))
  return (
    <>
      {mayComment && <Choice label={t('say_kind')} value={kind} options={kinds} onChange={setKind} />}
      <Field label={t(keys.field)} lines={3} value={words} onChange={setWords} />
      <SendButton label={t(keys.send)} sending={sending} disabled={words.trim() === ''} />
    </>
  )
}

/** What was asked on one item of the brief and answered, and the way to ask. */
export function AskItem({ itemId }: { itemId: string }) {
  const { t } = useWords()
  const speaking = useContext(TalkContext)
  if (speaking === null) return null
  const threads = speaking.threads.filter((thread) => thread.itemId === itemId)
  return (
    <>
      {threads.map((thread) => (
        <ThreadLines key={thread.id} speaking={speaking} thread={thread} />
      ))}
      <More title={t(speaking.words.title)}>
        <AskForm speaking={speaking} itemId={itemId} />
      </More>
    </>
  )
}

/** Questions about what this page of the brief shows no more, or never did: they stand on top, so that no answer is lost. */
export function LeftQuestions({ shown }: { shown: readonly string[] }) {
  const { t } = useWords()
  const speaking = useContext(TalkContext)
  const left = speaking?.threads.filter(({ itemId }) => !shown.includes(itemId)) ?? []
  if (speaking === null || left.length === 0) return null
  return (
    <Part title={t('brief_other')}>
      {left.map((thread) => (
        <ThreadLines key={thread.id} speaking={speaking} thread={thread} />
      ))}
    </Part>
  )
}
