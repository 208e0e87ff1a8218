import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CampaignPageHead } from '../campaigns/CampaignPageHead.tsx'
import { useCampaign } from '../campaigns/use-campaigns.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { NoteRhythm } from './NoteRhythm.tsx'
import { PartyNoteCard } from './PartyNoteCard.tsx'
import { usePartyNotes } from './use-party-notes.ts'

const route = getRouteApi('/campaigns/$id/notes')

/** The regular note to each party of a campaign. */
export function PartyNotesPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const campaign = useCampaign(id)
  const notes = usePartyNotes(id)
  const error = campaign.error ?? notes.error
  if (error) return <ProblemNotice error={error} onRetry={() => void Promise.all([campaign.refetch(), notes.refetch()])} />
  if (!campaign.data || !notes.data) return <Loading />
  const { items, rhythm } = notes.data
  return (
    <Stack gap="md" data-testid="party-notes">
      <CampaignPageHead id={id} title={t('partyNotes.title', { name: campaign.data.campaign.name })} intro={t('partyNotes.intro')} />
      <NoteRhythm campaignId={id} rhythm={rhythm} />
      {items.length === 0 ? (
        <EmptyState title={t('partyNotes.empty')} text={t('partyNotes.emptyText')} example={t('partyNotes.emptyExample')} />
      ) : (
        <div className="link-grid">
          {items.map((note) => (
            <PartyNoteCard key={note.partyId} campaignId={id} note={note} />
          ))}
        </div>
      )}
    </Stack>
  )
}
