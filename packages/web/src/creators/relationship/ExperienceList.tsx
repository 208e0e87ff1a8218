import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { isPraise, STANCES, type Experience } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { FormFrame } from '../dossier/FormFrame.tsx'
import { useAnswerExperience, useRemoveExperience } from './use-relationship.ts'

function AnswerForm({ creatorId, id }: { creatorId: string; id: string }) {
  const { t } = useTranslation()
  const save = useAnswerExperience(creatorId, id)
  const [stance, setStance] = useState<(typeof STANCES)[number]>('agrees')
  const [words, setWords] = useState('')
  return (
    <FormFrame open={t('relation.writeAnswer')} save={save} entry={words.trim() === '' ? null : { stance, words: words.trim() }}>
      <NativeSelect
        label={t('relation.stanceTitle')}
        value={stance}
        onChange={({ currentTarget }) => setStance(STANCES.find((one) => one === currentTarget.value) ?? stance)}
        data={STANCES.map((value) => ({ value, label: t(`relation.stance.${value}`) }))}
      />
      <Textarea
        label={t('relation.answerWords')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </FormFrame>
  )
}

function Answer({ creatorId, experience: { id, answer } }: { creatorId: string; experience: Experience }) {
  const { t } = useTranslation()
  if (answer === null)
    return (
      <>
        <Text size="sm" c="dimmed">
          {t('relation.oneSided')}
        </Text>
        <AnswerForm creatorId={creatorId} id={id} />
      </>
    )
  return (
    <Text size="sm">
      <b>{t(`relation.stance.${answer.stance}`)}</b>{' '}
      <Text span size="xs" c="dimmed">
        {t(`relation.from.${answer.from}`, { at: formatMoment(answer.at) ?? '' })}
      </Text>
      <br />
      <span data-raw>{answer.words}</span>
    </Text>
  )
}

function ExperienceRow({ creatorId, experience }: { creatorId: string; experience: Experience }) {
  const { t } = useTranslation()
  const remove = useRemoveExperience(creatorId)
  const { id, side, kind, severity, on, words, evidence, enteredBy, enteredAt } = experience
  const chip = isPraise(experience) ? 'outcome-pass' : 'outcome-warn'
  const ask = () => {
    if (window.confirm(t('dossier.removeSure'))) remove.mutate(id)
  }
  return (
    <li className="note" data-testid="experience">
      <Text size="sm">
        <span className={`chip ${chip}`}>
          <span aria-hidden>{isPraise(experience) ? '✓' : '!'}</span> {t(`relation.kind.${kind}`)}
        </span>{' '}
        {t(`relation.side.${side}`)}
        {severity !== null && ` · ${t(`relation.severity.${severity}`)}`} · {on}
      </Text>
      <Text size="sm" data-raw>
        {words}
      </Text>
      {evidence !== null && (
        <Text size="sm" c="dimmed" data-raw>
          {evidence}
        </Text>
      )}
      <Answer creatorId={creatorId} experience={experience} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('dossier.enteredBy', { name: enteredBy ?? t('dossier.someone'), at: formatMoment(enteredAt) ?? '' })}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          loading={remove.isPending}
          onClick={ask}
          aria-label={t('dossier.removeThis', { what: words })}
        >
          {t('dossier.remove')}
        </Button>
      </Group>
      {remove.error && <ProblemNotice error={remove.error} />}
    </li>
  )
}

/** What was recorded of working together, with the other side's word, or that there is none yet. */
export function ExperienceList({ creatorId, experiences }: { creatorId: string; experiences: readonly Experience[] }) {
  const { t } = useTranslation()
  if (experiences.length === 0) return <Text size="sm">{t('relation.none')}</Text>
  return (
    <ul className="notes">
      {experiences.map((experience) => (
        <ExperienceRow key={experience.id} creatorId={creatorId} experience={experience} />
      ))}
    </ul>
  )
}
