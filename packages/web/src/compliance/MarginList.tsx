import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import type { LintFinding } from '@kolibra/core/compliance'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { OutcomeChip } from './OutcomeChip.tsx'
import { describeSource } from './describe-source.ts'

interface NoteProps {
  readonly finding: LintFinding
  readonly picked: boolean
  readonly onFix?: ((finding: LintFinding) => void) | undefined
}

function Validity({ finding }: { finding: LintFinding }) {
  const { t } = useTranslation()
  if (finding.validFrom === null && finding.validTo === null) return null
  const until = finding.validTo === null ? '' : ` ${t('check.until', { day: finding.validTo })}`
  return (
    <Text size="xs" c="dimmed">
      {finding.validFrom === null ? '' : t('check.since', { day: finding.validFrom })}
      {until}
    </Text>
  )
}

/** One note beside the text: what, where, why (law, article, date), how. */
function MarginNote({ finding, picked, onFix }: NoteProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const replacement = finding.fix.replacement
  return (
    <li
      id={`note-${finding.ruleId}-${finding.span?.start ?? 'all'}`}
      className={picked ? 'note note-picked' : 'note'}
      data-testid="finding"
    >
      <Stack gap={4}>
        <Group gap="xs" wrap="wrap">
          <OutcomeChip outcome={finding.outcome} />
          {finding.match !== null && (
            <Text span fw={600} lang="zh-CN">
              “{finding.match}”
            </Text>
          )}
        </Group>
        <Text size="sm">{read(finding.message)}</Text>
        <Text size="xs" c="dimmed">
          {describeSource(finding.source)}{' '}
          {finding.source.url && (
            <Anchor size="xs" href={finding.source.url} target="_blank" rel="noreferrer" underline="always">
              {t('check.readLaw')}
            </Anchor>
          )}
        </Text>
        <Validity finding={finding} />
        {read(finding.fix) && <Text size="sm">→ {read(finding.fix)}</Text>}
        <Group gap="xs">
          {onFix && replacement !== null && finding.span && (
            <Button size="xs" variant="light" onClick={() => onFix(finding)}>
              {replacement === '' ? t('check.remove', { match: finding.match ?? '' }) : t('check.replaceWith', { text: replacement })}
            </Button>
          )}
          <AppLink to="/rules" search={{ rule: finding.ruleId }} size="xs" underline="always">
            {finding.ruleId}
          </AppLink>
        </Group>
      </Stack>
    </li>
  )
}

interface MarginListProps {
  readonly findings: readonly LintFinding[]
  readonly picked?: LintFinding | null
  readonly onFix?: (finding: LintFinding) => void
}

export function MarginList({ findings, picked, onFix }: MarginListProps) {
  const { t } = useTranslation()
  return (
    <ol className="notes" aria-label={t('check.findings')}>
      {findings.map((finding, index) => (
        <MarginNote
          key={`${finding.ruleId}-${finding.field}-${finding.span?.start ?? index}`}
          finding={finding}
          picked={picked === finding}
          onFix={onFix}
        />
      ))}
    </ol>
  )
}
