import { NativeSelect, Stack } from '@mantine/core'
import { OFFERED_RHYTHM_DAYS } from '@kolibra/core/portal'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useChangeRhythm, type NoteRhythm as Rhythm } from './use-party-notes.ts'

/** How often the parties of this campaign are written to; who may change the campaign chooses. */
export function NoteRhythm({ campaignId, rhythm }: { campaignId: string; rhythm: Rhythm }) {
  const { t } = useTranslation()
  const change = useChangeRhythm(campaignId)
  const mayChange = useMayDo('campaigns.write')
  const { everyDays, revision } = rhythm
  const offered = [...new Set([...OFFERED_RHYTHM_DAYS, everyDays])].toSorted((one, other) => one - other)
  const name = (days: number) =>
    days === 1 ? t('partyNotes.daily') : days === 7 ? t('partyNotes.weekly') : t('partyNotes.everyDays', { n: days })
  return (
    <Stack gap="xs" maw={320}>
      <NativeSelect
        label={t('partyNotes.rhythm')}
        description={t('partyNotes.rhythmHint')}
        value={String(everyDays)}
        disabled={!mayChange || change.isPending}
        data={offered.map((each) => ({ value: String(each), label: name(each) }))}
        onChange={({ currentTarget }) => change.mutate({ revision, everyDays: Number(currentTarget.value) })}
      />
      {change.error && <ProblemNotice error={change.error} />}
    </Stack>
  )
}
