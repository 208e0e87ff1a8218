import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { KeptDecision, PresentedSuggestion } from '@kolibra/core/creators'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatExact, formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { nameOfCreator } from '../creator-row.ts'
import { SuggestionCard } from './SuggestionCard.tsx'
import { choiceOf, useAllSuggestions, useDecide, useDecisions, useUndoDecision } from './use-person.ts'

/** So many pairs are looked at before the next ones are asked for. */
const SHOWN = 20
/** Decisions have their number; the pair asked about stays the pair in view. */
const keyOf = ({ a, b }: PresentedSuggestion) => `${a.id} ${b.id}`

/** Arrows move between the pairs, S and N decide the one in view, U takes the last decision back. */
function useReviewKeys(items: readonly PresentedSuggestion[], newest: KeptDecision | undefined) {
  const merge = useDecide('merges')
  const apart = useDecide('separations')
  const undo = useUndoDecision()
  const [place, setPlace] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const active = Math.min(place, Math.max(0, items.length - 1))
  const isBusy = merge.isPending || apart.isPending || undo.isPending
  const move = (step: number) => {
    const next = Math.max(0, Math.min(items.length - 1, active + step))
    setPlace(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const decide = (verb: typeof merge) => {
    const pair = items[active]
    if (pair !== undefined && !isBusy) verb.mutate(choiceOf(pair))
  }
  useHotkeys([
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
    ['s', () => decide(merge)],
    ['n', () => decide(apart)],
    ['u', () => newest !== undefined && !isBusy && undo.mutate(newest)],
  ])
  return { list, active, setPlace, error: merge.error ?? apart.error ?? undo.error }
}

/** All pairs of accounts of the workspace that may be one person, best evidence first, and what was decided so far. */
export function MergeReviewPage() {
  const { t } = useTranslation()
  const pairs = useAllSuggestions(SHOWN)
  const decisions = useDecisions()
  const items = pairs.data?.items ?? []
  const { list, active, setPlace, error } = useReviewKeys(items, decisions.data?.items[0])
  const total = pairs.data?.total ?? 0
  return (
    <Stack gap="md">
      <AppLink to="/creators" size="sm" underline="always" w="fit-content">
        ← {t('person.toCreators')}
      </AppLink>
      <div>
        <Title order={1} size="h3">
          {t('person.review')}
        </Title>
        <Text c="dimmed">{t('person.reviewIntro')}</Text>
      </div>
      {pairs.isPending && <Loading />}
      {pairs.error && <ProblemNotice error={pairs.error} onRetry={() => void pairs.refetch()} />}
      {error && <ProblemNotice error={error} />}
      {pairs.data && (
        <Text size="sm" role="status">
          {t('person.toDecide', { n: formatExact(total) })}
          {total > items.length && ` · ${t('person.shownOf', { n: items.length })}`}
        </Text>
      )}
      {pairs.data && total === 0 && (
        <EmptyState title={t('person.nothingTitle')} text={t('person.nothingText')} example={t('person.nothingExample')} />
      )}
      <ul className="merge-list" ref={list}>
        {items.map((pair, index) => (
          <li
            key={keyOf(pair)}
            className={index === active ? 'merge-pair merge-active' : 'merge-pair'}
            aria-current={index === active}
            onFocus={() => setPlace(index)}
          >
            <SuggestionCard suggestion={pair} />
          </li>
        ))}
      </ul>
      {total > 0 && (
        <Text size="xs" c="dimmed">
          {t('person.reviewKeys')}
        </Text>
      )}
      {decisions.error && <ProblemNotice error={decisions.error} onRetry={() => void decisions.refetch()} />}
      {decisions.data && <Decided {...decisions.data} />}
    </Stack>
  )
}

function Decided({ items, total }: { items: readonly KeptDecision[]; total: number }) {
  const { t } = useTranslation()
  const undo = useUndoDecision()
  return (
    <section aria-label={t('person.decided', { n: total })} data-testid="decided">
      <Title order={2} size="h5" mb="xs">
        {t('person.decided', { n: formatExact(total) })}
      </Title>
      {items.length === 0 && <Text size="sm">{t('person.noneDecided')}</Text>}
      {undo.error && <ProblemNotice error={undo.error} />}
      <ul className="notes">
        {items.map((decision) => {
          const [a, b] = [nameOfCreator(decision.a), nameOfCreator(decision.b)]
          return (
            <li key={`${decision.a.id} ${decision.b.id}`}>
              <Group justify="space-between" gap="xs">
                <Text size="sm">
                  <b>{t(decision.isSame ? 'person.decidedSame' : 'person.decidedApart')}</b>{' '}
                  <span data-raw>
                    {a} · {b}
                  </span>{' '}
                  <Text span size="sm" c="dimmed">
                    {t('person.decidedBy', { who: decision.decidedBy ?? t('ui.notKnown'), when: formatMoment(decision.decidedAt) })}
                  </Text>
                </Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('person.undoThis', { a, b })}
                  onClick={() => undo.mutate(decision)}
                >
                  {t('person.undo')}
                </Button>
              </Group>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
