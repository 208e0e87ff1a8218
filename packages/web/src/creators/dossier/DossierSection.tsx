import { Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { AbsencesPart } from './AbsencesPart.tsx'
import { DocumentsPart } from './DocumentsPart.tsx'
import { EngagementsPart } from './EngagementsPart.tsx'
import { IncidentsPart } from './IncidentsPart.tsx'
import { NotesPart } from './NotesPart.tsx'
import { useDossier } from './use-dossier.ts'

/** What people of the workspace entered: work for other brands, days not free, incidents, notes, documents. */
export function DossierSection({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const dossier = useDossier(creatorId)
  if (dossier.isPending) return <Loading />
  if (dossier.error) return <ProblemNotice error={dossier.error} onRetry={() => void dossier.refetch()} />
  const { engagements, clearances, absences, incidents, notes, documents } = dossier.data
  const parts = [
    [t('dossier.engagements'), <EngagementsPart key="e" {...{ creatorId, engagements, clearances }} />],
    [t('dossier.absences'), <AbsencesPart key="a" creatorId={creatorId} absences={absences} />],
    [t('dossier.incidents'), <IncidentsPart key="i" creatorId={creatorId} incidents={incidents} />],
    [t('dossier.notes'), <NotesPart key="n" creatorId={creatorId} notes={notes} />],
    [t('dossier.documents'), <DocumentsPart key="d" creatorId={creatorId} documents={documents} />],
  ] as const
  return (
    <div className="dossier-parts">
      {parts.map(([title, part]) => (
        <Stack key={title} gap="xs">
          <Title order={3} size="h5">
            {title}
          </Title>
          {part}
        </Stack>
      ))}
    </div>
  )
}
