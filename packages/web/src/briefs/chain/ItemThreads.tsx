import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import type { ThreadMove } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { OpenThread } from './OpenThread.tsx'
import { useStepThread, type ChainThread } from './use-chain.ts'

/** What the desk may do in a thread: it wrote the brief, so it answers, resolves, and decides on suggestions. */
function listSteps({ kind, state, partyId }: ChainThread): ThreadMove[] {
  if (state !== 'open' && state !== 'answered') return []
  const talk: ThreadMove[] = partyId === null ? ['ask_on', 'answer'] : ['answer']
  return kind === 'suggestion' ? ['accept', 'decline', ...talk] : [...talk, 'resolve']
}
const needsWords = (move: ThreadMove) => move === 'answer' || move === 'ask_on'

interface ThreadProps {
  readonly campaignId: string
  readonly thread: ChainThread
  readonly partyName: (partyId: string | null) => string
}

function Thread({ campaignId, thread, partyName }: ThreadProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const step = useStepThread(campaignId, thread.id)
  const steps = listSteps(thread)
  return (
    <div className="thread" data-testid="thread" data-state={thread.state}>
      <Group gap="xs">
        <Badge variant="default" tt="none">
          {t(`threadKind.${thread.kind}`)} · {t(`threadState.${thread.state}`)}
        </Badge>
      </Group>
      {thread.words
        .filter(({ words: said }) => said !== '')
        .map((said) => (
          <Text size="sm" key={said.at + said.move}>
            <b>{said.by.name ?? partyName(said.by.partyId)}</b>
            {said.by.typedBy !== null && ` (${t('briefChain.typedBy', { name: said.by.typedBy })})`} · {formatMoment(said.at)}: {said.words}
          </Text>
        ))}
      {thread.proposed !== null && (
        <Text size="sm" component="div" className="thread-proposed">
          <ins lang="zh-CN">{thread.proposed.zh}</ins>
          <br />
          <ins lang="en">{thread.proposed.en}</ins>
        </Text>
      )}
      {steps.length > 0 && (
        <Stack gap={4} mt={4}>
          <Textarea
            size="xs"
            autosize
            minRows={1}
            aria-label={t('thread.words')}
            placeholder={t('thread.words')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Group gap="xs">
            {steps.map((move) => (
              <Button
                key={move}
                size="compact-sm"
                variant="default"
                loading={step.isPending && step.variables.move === move}
                disabled={needsWords(move) && words.trim() === ''}
                onClick={() => step.mutate({ move, words: words.trim() }, { onSuccess: () => setWords('') })}
              >
                {t(`threadMove.${move}`)}
              </Button>
            ))}
          </Group>
          {step.error && <ProblemNotice error={step.error} />}
        </Stack>
      )}
    </div>
  )
}

interface ItemThreadsProps {
  readonly campaignId: string
  readonly briefId: string
  readonly itemId: string
  /** The sentence as it stands, in both languages; null where nothing can be suggested. */
  readonly text: { readonly zh: string; readonly en: string } | null
  readonly name: string
  readonly threads: readonly ChainThread[]
  readonly partyName: (partyId: string | null) => string
}

/** The questions, comments and suggestions on one item of the brief, and the way to open another. */
export function ItemThreads({ campaignId, briefId, itemId, text, name, threads, partyName }: ItemThreadsProps) {
  const { t } = useTranslation()
  const [isOpening, setOpening] = useState(false)
  return (
    <div className="item-threads">
      {threads.map((thread) => (
        <Thread key={thread.id} {...{ campaignId, thread, partyName }} />
      ))}
      {isOpening ? (
        <OpenThread {...{ campaignId, briefId, itemId, text, name }} onDone={() => setOpening(false)} />
      ) : (
        <Button variant="subtle" size="compact-xs" aria-label={t('thread.openOn', { name })} onClick={() => setOpening(true)}>
          {t('thread.open')}
        </Button>
      )}
    </div>
  )
}
