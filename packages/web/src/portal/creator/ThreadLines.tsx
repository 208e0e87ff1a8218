import { useState } from 'react'
import { sendPart } from './ask.ts'
import type { OwnTalk } from './page-data.ts'
import { Field, More, SendButton } from './parts.tsx'
import type { Speaking } from './speaking.ts'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

type Thread = OwnTalk['threads'][number]

/** Asks on where the answer leaves something open, or says that it is settled. */
function GoOn({ speaking: { stepPath, briefId, onChange }, thread }: { speaking: Speaking; thread: Thread }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const step = async (move: 'ask_on' | 'resolve', said: string) => {
    await sendPart(stepPath, { briefId, threadId: thread.id, move, words: said })
    setWords('')
    await onChange()
  }
  const asking = useSending(() => step('ask_on', words.trim()))
  const settling = useSending(() => step('resolve', ''))
  return (
    <More title={t('goOn')}>
      <Field label={t('askOnField')} lines={2} value={words} onChange={setWords} />
      <SendButton label={t('askOn')} sending={asking} disabled={words.trim() === ''} />
      <SendButton label={t('settleThread')} sending={settling} quiet />
    </More>
  )
}

/** One thread of the creator's: where it stands, what was said, and how to go on. */
export function ThreadLines({ speaking, thread }: { speaking: Speaking; thread: Thread }) {
  const { t } = useWords()
  const isLive = thread.state === 'open' || thread.state === 'answered'
  return (
    <div className="thread">
      <span className="chip">{t(`thread_${thread.state}`)}</span>
      {thread.words.map(({ words, at, isOwn }) => (
        <span key={at + words} className={isOwn ? 'line' : 'line note'}>
          {t(isOwn ? 'saidByMe' : 'saidByDesk', { words })}
        </span>
      ))}
      {isLive && <GoOn speaking={speaking} thread={thread} />}
    </div>
  )
}
