import type { Experience } from '@kolibra/core/creators'
import { useEffect, useState } from 'react'
import { readPart, sendPart } from './ask.ts'
import { Choice, Field, More, Part, SendButton } from './parts.tsx'
import { useProblemText, useSending } from './use-sending.ts'
import { keyOr, useWords } from './use-words.ts'

type OwnExperience = Omit<Experience, 'enteredBy' | 'campaignId'>
interface Items {
  readonly items: readonly OwnExperience[]
}

function AnswerForm({ linkId, id, onKept }: { linkId: string; id: string; onKept: (all: Items) => void }) {
  const { t } = useWords()
  const [stance, setStance] = useState('agrees')
  const [words, setWords] = useState('')
  const sending = useSending(async () => {
    onKept(await sendPart<Items>(`${linkId}/experience-answers`, { experienceId: id, stance, words: words.trim() }))
  })
  const options = [
    { value: 'agrees', label: t('expAgrees') },
    { value: 'disputes', label: t('expDisputes') },
  ]
  return (
    <More title={t('expSend')}>
      <Choice label={t('expStance')} value={stance} options={options} onChange={setStance} />
      <Field label={t('expWords')} value={words} lines={3} onChange={setWords} />
      <SendButton label={t('expSend')} sending={sending} disabled={words.trim() === ''} />
    </More>
  )
}

function ExperienceItem({ linkId, own, onKept }: { linkId: string; own: OwnExperience; onKept: (all: Items) => void }) {
  const { t } = useWords()
  const { id, side, kind, on, words, answer } = own
  const canAnswer = answer === null || answer.from === 'desk'
  return (
    <li>
      <b>{t(keyOr(`exp_${kind}`, 'exp_other'))}</b> · {t(side === 'creator' ? 'expYours' : 'expTheirs')} · {on}
      <p data-raw>{words}</p>
      {answer !== null && (
        <p className="note">
          {answer.from === 'desk' && `${t('expByDesk')} · `}
          {t(answer.stance === 'agrees' ? 'expAgrees' : 'expDisputes')}：<span data-raw>{answer.words}</span>
        </p>
      )}
      {canAnswer && <AnswerForm linkId={linkId} id={id} onKept={onKept} />}
    </li>
  )
}

/** What is recorded of working together, and the creator's own word on it. */
export function OwnExperiences({ linkId }: { linkId: string }) {
  const { t } = useWords()
  const tell = useProblemText()
  const [all, setAll] = useState<Items | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    readPart<Items>(`${linkId}/experiences`).then(setAll, setProblem)
  }, [linkId])
  return (
    <Part title={t('expTitle')}>
      <p className="dim">{t('expIntro')}</p>
      {problem !== null && (
        <p className="problem" role="alert">
          {tell(problem)}
        </p>
      )}
      {all?.items.length === 0 && <p>{t('expNone')}</p>}
      <ul className="lines">
        {all?.items.map((own) => (
          <ExperienceItem key={own.id} linkId={linkId} own={own} onKept={setAll} />
        ))}
      </ul>
    </Part>
  )
}
