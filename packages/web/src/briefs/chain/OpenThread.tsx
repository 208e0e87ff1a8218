import { NativeSelect, Stack, Textarea } from '@mantine/core'
import type { ThreadKind } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../../ui/FormActions.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useParties } from './use-parties.ts'
import { useOpenThread } from './use-chain.ts'

const KINDS: readonly ThreadKind[] = ['question', 'comment', 'suggestion']
const DESK = ''

interface OpenThreadProps {
  readonly campaignId: string
  readonly briefId: string
  readonly itemId: string
  readonly text: { readonly zh: string; readonly en: string } | null
  readonly name: string
  readonly onDone: () => void
}

/** Asks, comments or suggests on one item, for the desk itself or for a company whose person is outside. */
export function OpenThread({ campaignId, briefId, itemId, text, name, onDone }: OpenThreadProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<ThreadKind>('question')
  const [words, setWords] = useState('')
  const [partyId, setPartyId] = useState(DESK)
  const [zh, setZh] = useState(text?.zh ?? '')
  const [en, setEn] = useState(text?.en ?? '')
  const parties = useParties(campaignId)
  const open = useOpenThread(campaignId, briefId)
  const companies = (parties.data?.items ?? []).filter(({ role, members }) => role !== 'creator' && members.length > 0)
  return (
    <form
      aria-label={t('thread.openOn', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        const proposed = kind === 'suggestion' ? { zh: zh.trim(), en: en.trim() } : null
        const actingFor = partyId === DESK ? {} : { actingFor: { partyId } }
        open.mutate({ thread: { itemId, kind, words: words.trim(), proposed }, ...actingFor }, { onSuccess: onDone })
      }}
    >
      <Stack gap="xs" className="thread">
        <NativeSelect
          size="xs"
          label={t('thread.kind')}
          value={kind}
          data={KINDS.filter((each) => each !== 'suggestion' || text !== null).map((value) => ({ value, label: t(`threadKind.${value}`) }))}
          onChange={({ currentTarget }) => setKind(KINDS.find((each) => each === currentTarget.value) ?? 'question')}
        />
        <NativeSelect
          size="xs"
          label={t('thread.for')}
          value={partyId}
          data={[{ value: DESK, label: t('thread.desk') }, ...companies.map((party) => ({ value: party.id, label: party.name ?? '' }))]}
          onChange={({ currentTarget }) => setPartyId(currentTarget.value)}
        />
        {kind === 'suggestion' && (
          <>
            <Textarea
              size="xs"
              autosize
              label={t('thread.proposedZh')}
              value={zh}
              onChange={({ currentTarget }) => setZh(currentTarget.value)}
            />
            <Textarea
              size="xs"
              autosize
              label={t('thread.proposedEn')}
              value={en}
              onChange={({ currentTarget }) => setEn(currentTarget.value)}
            />
          </>
        )}
        <Textarea
          size="xs"
          autosize
          minRows={2}
          required
          label={t(kind === 'suggestion' ? 'thread.because' : 'thread.words')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          data-autofocus
        />
        {open.error && <ProblemNotice error={open.error} />}
        <FormActions submit={t('thread.send')} isBusy={open.isPending} isDisabled={words.trim() === ''} onCancel={onDone} />
      </Stack>
    </form>
  )
}
