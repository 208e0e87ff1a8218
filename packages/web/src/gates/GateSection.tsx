import { Group, Stack, Text, Title } from '@mantine/core'
import type { Judgement, Spine } from '@kolibra/core/gates'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { FindingList } from '../campaigns/FindingList.tsx'
import { sortByUrgency } from './spine-steps.ts'
import { StateChip } from './StateChip.tsx'

function JudgementBlock({ campaignId, judgement }: { campaignId: string; judgement: Judgement }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <div className="judgement" data-testid="judgement" data-state={judgement.state}>
      <Group gap="xs">
        <StateChip state={judgement.state} />
        <Text fw={600} size="sm">
          {judgement.label || judgement.subject.id}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`subject.${judgement.subject.kind}`)}
        </Text>
      </Group>
      {judgement.reopenedBy.length > 0 && (
        <Text size="sm">
          {t('gates.reopened', { what: judgement.reopenedBy.map((part) => names('subject', part)).join(t('ui.comma')) })}
        </Text>
      )}
      {judgement.findings.length > 0 && <FindingList campaignId={campaignId} judged={judgement} />}
    </div>
  )
}

const SHOWN = 5

interface GateSectionProps {
  readonly campaignId: string
  readonly gate: Spine['gates'][number]['gate']
  readonly spine: Spine | undefined
  readonly children: ReactNode
}

/** One gate of the page: what it guards, what it found, and the work behind it. */
export function GateSection({ campaignId, gate, spine, children }: GateSectionProps) {
  const { t } = useTranslation()
  const judged = spine?.gates.find((entry) => entry.gate === gate)
  const loud = sortByUrgency(
    (judged?.judgements ?? []).filter(
      ({ state, findings, reopenedBy }) => state !== 'passed' || findings.length > 0 || reopenedBy.length > 0,
    ),
  )
  const quiet = (judged?.judgements.length ?? 0) - loud.length
  const unsettled = loud.filter(({ state, reopenedBy }) => state !== 'passed' || reopenedBy.length > 0)
  const remarked = loud.filter((judgement) => !unsettled.includes(judgement))
  const block = (judgement: Judgement) => (
    <JudgementBlock key={`${judgement.subject.kind}${judgement.subject.id}`} campaignId={campaignId} judgement={judgement} />
  )
  return (
    <section id={gate} className="gate" aria-labelledby={`${gate}-title`} data-testid={`gate-${gate}`}>
      <Group gap="sm" mb={4}>
        <Title order={2} size="h4" id={`${gate}-title`}>
          {t(`gate.${gate}`)}
        </Title>
        {judged && <StateChip state={judged.state} />}
        {judged && judged.total > 0 && <Text size="sm">{t('spine.count', { passed: judged.passed, total: judged.total })}</Text>}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`guards.${gate}`)}
      </Text>
      <Stack gap="md">
        {unsettled.length > 0 && (
          <div>
            {unsettled.slice(0, SHOWN).map(block)}
            {unsettled.length > SHOWN && (
              <details>
                <summary>{t('gates.more', { n: unsettled.length - SHOWN })}</summary>
                {unsettled.slice(SHOWN).map(block)}
              </details>
            )}
          </div>
        )}
        {remarked.length > 0 && (
          <details>
            <summary>{t('gates.passedWith', { n: remarked.length })}</summary>
            {remarked.map(block)}
          </details>
        )}
        {quiet > 0 && (
          <Text size="sm" c="dimmed">
            ✓ {t('gates.quiet', { n: quiet })}
          </Text>
        )}
        {children}
      </Stack>
    </section>
  )
}
