import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '@kolibra/core/briefs'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { linkTo, queryOf } from '../../api.ts'
import { useCampaign } from '../../campaigns/use-campaigns.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useBriefs } from '../use-briefs.ts'
import { PrintedBrief } from './PrintedBrief.tsx'

const route = getRouteApi('/campaigns/$id/brief/print')

/** A version as it is printed or kept as PDF: the same document as the .docx, in both languages or one. */
export function BriefPrintPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const { version, language = 'both' } = route.useSearch()
  const navigate = route.useNavigate()
  const briefs = useBriefs(id)
  const campaign = useCampaign(id)
  if (briefs.isPending || campaign.isPending) return <Loading />
  if (briefs.error) return <ProblemNotice error={briefs.error} onRetry={() => void briefs.refetch()} />
  if (campaign.error) return <ProblemNotice error={campaign.error} onRetry={() => void campaign.refetch()} />
  const shown = briefs.data.find((one) => one.version === version) ?? briefs.data[0]
  const back = (
    <AppLink to="/campaigns/$id" params={{ id }} size="sm" underline="always">
      {t('report.back')}
    </AppLink>
  )
  if (shown === undefined)
    return (
      <EmptyState title={t('brief.emptyTitle')} text={t('brief.emptyText')} example={t('brief.emptyExample')}>
        {back}
      </EmptyState>
    )
  const choose = (next: DocumentLanguage) => void navigate({ search: (before) => ({ ...before, language: next }), replace: true })
  return (
    <Stack gap="sm">
      <Group justify="space-between" className="no-print" gap="xs">
        {back}
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('briefPrint.language')}
            value={language}
            onChange={(value) => choose(DOCUMENT_LANGUAGES.find((one) => one === value) ?? 'both')}
            data={DOCUMENT_LANGUAGES.map((value) => ({ value, label: t(`briefPrint.${value}`) }))}
          />
          <Button component="a" variant="default" href={linkTo(`/briefs/${shown.id}/docx${queryOf({ language })}`)} download>
            {t('briefPrint.docx')}
          </Button>
          <Button onClick={() => window.print()}>{t('briefPrint.print')}</Button>
        </Group>
      </Group>
      <header>
        <Title order={1} size="h3">
          {campaign.data.campaign.name}
        </Title>
        <Text size="sm" c="dimmed">
          {t('briefPrint.version', { version: shown.version, at: formatMoment(shown.createdAt) ?? '' })} · {t(`briefState.${shown.state}`)}
        </Text>
      </header>
      <PrintedBrief brief={shown.brief} language={language} />
    </Stack>
  )
}
