import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { BRIEF_MOVES, BRIEF_REVIEW_MOVES, isAgencyNamed, isDecision, listReviewers } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../accounts/use-session.ts'
import { FormActions } from '../../ui/FormActions.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useMoveBrief, type BriefVersion } from '../use-briefs.ts'
import { activeMembers, useParties } from './use-parties.ts'

type TypedMove = (typeof BRIEF_REVIEW_MOVES)[number]

function listMoves({ state }: BriefVersion, hasReviewer: boolean): TypedMove[] {
  return BRIEF_REVIEW_MOVES.filter((move) => {
    const from: readonly string[] = BRIEF_MOVES[move].from
    if (move === 'send_unreviewed' && hasReviewer) return false
    return from.includes(state) && (hasReviewer || !isDecision(move))
  })
}

const ONESELF = ''
interface DecisionProps {
  readonly campaignId: string
  readonly version: BriefVersion
  readonly move: TypedMove
  readonly reviewers: readonly { readonly memberId: string; readonly userId: string | null; readonly name: string | null }[]
  readonly onDone: () => void
}

/** A decision of the local reviewer: one's own, or that of a person outside, with where they said so. */
function Decision({ campaignId, version, move, reviewers, onDone }: DecisionProps) {
  const { t } = useTranslation()
  const session = useSession()
  const mover = useMoveBrief(campaignId)
  const own = reviewers.filter(({ userId }) => userId !== null && userId === session.data?.user.id)
  const outside = reviewers.filter(({ userId }) => userId === null)
  const choices = [
    ...(own.length > 0 ? [{ value: ONESELF, label: t('review.oneself') }] : []),
    ...outside.map(({ memberId, name }) => ({ value: memberId, label: name ?? memberId })),
  ]
  const [who, setWho] = useState(choices[0]?.value ?? ONESELF)
  const [note, setNote] = useState('')
  const isFor = who !== ONESELF
  const needsNote = isFor || move === 'request_changes'
  return (
    <Modal opened onClose={onDone} title={t(`briefMove.${move}`)} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const actingFor = isFor ? { memberId: who } : undefined
          mover.mutate({ id: version.id, move, note: note.trim(), actingFor }, { onSuccess: onDone })
        }}
      >
        <Stack gap="md">
          {choices.length === 0 && <Text size="sm">{t('review.notYours')}</Text>}
          {choices.length > 0 && (
            <NativeSelect
              label={t('review.decidedBy')}
              value={who}
              data={choices}
              onChange={({ currentTarget }) => setWho(currentTarget.value)}
            />
          )}
          <Textarea
            label={move === 'request_changes' ? t('brief.whatToChange') : t('review.note')}
            description={isFor ? t('review.noteWhy') : undefined}
            required={needsNote}
            autosize
            minRows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
          {mover.error && <ProblemNotice error={mover.error} />}
          <FormActions
            submit={t(`briefMove.${move}`)}
            isBusy={mover.isPending}
            isDisabled={choices.length === 0 || (needsNote && note.trim() === '')}
            onCancel={onDone}
          />
        </Stack>
      </form>
    </Modal>
  )
}

interface ReviewBarProps {
  readonly campaignId: string
  readonly version: BriefVersion
  readonly localAgency: string | null
}

/** The next moves of the newest version, and whose review it needs. */
export function ReviewBar({ campaignId, version, localAgency }: ReviewBarProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<TypedMove | null>(null)
  const mover = useMoveBrief(campaignId)
  const parties = useParties(campaignId)
  if (!parties.data) return null
  const { items } = parties.data
  const reviewers = listReviewers(activeMembers(items), { authorId: version.author.id, hasAgency: isAgencyNamed(localAgency, items) })
  const go = (move: TypedMove) =>
    isDecision(move) ? setAsking(move) : mover.mutate({ id: version.id, move, note: '', actingFor: undefined })
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {listMoves(version, reviewers.length > 0).map((move) => (
          <Button
            key={move}
            variant={move === 'request_changes' || move === 'send_unreviewed' ? 'default' : 'filled'}
            loading={mover.isPending && mover.variables.move === move}
            onClick={() => go(move)}
          >
            {t(`briefMove.${move}`)}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {reviewers.length === 0
          ? t('review.nobody')
          : t('review.by', { names: reviewers.map(({ name }) => name ?? t('parties.erased')).join(t('ui.comma')) })}
      </Text>
      {mover.error && <ProblemNotice error={mover.error} />}
      {asking !== null && <Decision {...{ campaignId, version, reviewers }} move={asking} onDone={() => setAsking(null)} />}
    </Stack>
  )
}
