import { Checkbox, Group, NativeSelect, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { blankRow, isRowSaid, type Brief, type PlayedDeliverable } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { asPlatform, PLATFORM_LIST } from '../../ui/choices.ts'
import { FormActions } from '../../ui/FormActions.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import type { BriefVersion } from '../use-briefs.ts'
import { usePlayBack, type ChainLink } from './use-chain.ts'

interface RowProps {
  readonly row: Brief['deliverables'][number]
  readonly place: number
  readonly said: PlayedDeliverable
  readonly formats: readonly string[]
  readonly onSay: (said: PlayedDeliverable) => void
}

// Nothing is filled in from the brief: who only confirms has not understood yet.
function PlayedRow({ row, place, said, formats, onSay }: RowProps) {
  const { t } = useTranslation()
  const names = useNames()
  const change = (part: Partial<PlayedDeliverable>) => onSay({ ...said, ...part })
  return (
    <fieldset className="played-row">
      <legend>{t('playback.post', { place })}</legend>
      <Stack gap="xs">
        <Group gap="sm" align="end">
          <NativeSelect
            label={t('playback.where')}
            value={said.platform ?? ''}
            data={[{ value: '', label: '' }, ...PLATFORM_LIST.map((value) => ({ value, label: t(`platform.${value}`) }))]}
            onChange={({ currentTarget }) => change({ platform: asPlatform(currentTarget.value) })}
          />
          <NativeSelect
            label={t('playback.format')}
            value={said.format ?? ''}
            data={[{ value: '', label: '' }, ...formats.map((value) => ({ value, label: names('format', value) }))]}
            onChange={({ currentTarget }) => change({ format: currentTarget.value || null })}
          />
          <NumberInput
            label={t('playback.count')}
            min={0}
            w={90}
            value={said.count ?? ''}
            onChange={(value) => change({ count: typeof value === 'number' ? value : null })}
          />
          <TextInput
            type="date"
            label={t('playback.from')}
            value={said.from ?? ''}
            onChange={({ currentTarget }) => change({ from: currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t('playback.to')}
            value={said.to ?? ''}
            onChange={({ currentTarget }) => change({ to: currentTarget.value || null })}
          />
          {row.fixedTime !== null && (
            <TextInput
              label={t('playback.time')}
              value={said.time ?? ''}
              onChange={({ currentTarget }) => change({ time: currentTarget.value.trim() || null })}
            />
          )}
        </Group>
        <Textarea
          label={t('playback.words')}
          description={t('playback.wordsWhy')}
          autosize
          minRows={3}
          value={said.words}
          onChange={({ currentTarget }) => change({ words: currentTarget.value })}
        />
      </Stack>
    </fieldset>
  )
}

interface PlaybackFormProps {
  readonly campaignId: string
  readonly version: BriefVersion
  readonly link: ChainLink
  readonly name: string
  readonly onDone: () => void
}

/** What a party will deliver, in its own words, entered by the desk for them; a later version asks for what changed. */
export function PlaybackForm({ campaignId, version, link, name, onDone }: PlaybackFormProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const play = usePlayBack(campaignId, version.id)
  const { brief } = version
  const { asked, question, playback } = link
  const isFirst = playback === null
  // Changed points touch the words of every post; a correction may touch all.
  const isAll = isFirst || asked.mustSay.length > 0 || asked.deliverables.length + asked.mustNot.length === 0
  const rows = brief.deliverables.filter(({ id }) => (isAll ? question.deliverables : asked.deliverables).includes(id))
  const lines = brief.mustNot.filter(({ id }) => (isAll ? question.mustNot : asked.mustNot).includes(id))
  const [said, setSaid] = useState<Readonly<Record<string, PlayedDeliverable>>>(() =>
    Object.fromEntries((playback?.deliverables ?? []).map((row) => [row.itemId, row])),
  )
  const [confirmed, setConfirmed] = useState<readonly string[]>(playback?.mustNot ?? [])
  const formats = [...new Set([...brief.deliverables.map(({ format }) => format), 'note', 'note_video', 'video_21_60s', 'live'])]
  const toggle = (id: string) => setConfirmed(confirmed.includes(id) ? confirmed.filter((one) => one !== id) : [...confirmed, id])
  return (
    <form
      aria-label={t('playback.titleFor', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        const deliverables = rows.flatMap(({ id }) => said[id] ?? []).filter(isRowSaid)
        const mustNot = confirmed.filter((id) => lines.some((line) => line.id === id))
        play.mutate(
          { actingFor: { partyId: link.party.id }, playback: { deliverables, mustNot }, revision: link.revision },
          { onSuccess: onDone },
        )
      }}
    >
      <Stack gap="sm" mt="xs">
        <Text size="sm" c="dimmed">
          {t(isFirst ? 'playback.why' : 'playback.whyAgain')}
        </Text>
        {rows.map((row, index) => (
          <PlayedRow
            key={row.id}
            row={row}
            place={index + 1}
            said={said[row.id] ?? blankRow(row.id)}
            formats={formats}
            onSay={(next) => setSaid({ ...said, [row.id]: next })}
          />
        ))}
        {lines.length > 0 && (
          <fieldset className="played-row">
            <legend>{t('playback.mustNot')}</legend>
            <Stack gap={4}>
              {lines.map(({ id, text }) => (
                <Checkbox key={id} label={read(text) || text.zh} checked={confirmed.includes(id)} onChange={() => toggle(id)} />
              ))}
            </Stack>
          </fieldset>
        )}
        {play.error && <ProblemNotice error={play.error} />}
        <FormActions submit={t('playback.send')} isBusy={play.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}
