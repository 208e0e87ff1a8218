import { Anchor, Button, Group, Text } from '@mantine/core'
import type { LintFinding } from '@kolibra/core/compliance'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { OutcomeChip } from './OutcomeChip.tsx'
import { describeSource } from './describe-source.ts'

/** What can be done about a finding. */
export interface FindingActs {
  readonly onFix: (finding: LintFinding) => void
  /** Opens the waiver of the finding; null where nothing is waived, and for whoever may not. */
  readonly waiveOf: ((finding: LintFinding) => (() => void) | null) | null
}

function Law({ finding }: { finding: LintFinding }) {
  const { t } = useTranslation()
  const { source, validFrom, validTo } = finding
  return (
    <Text size="xs" c="dimmed">
      {describeSource(source)}
      {source.article === null && ` · ${t('editor.articleNotRecorded')}`}
      {' · '}
      {source.url ? (
        <Anchor size="xs" href={source.url} target="_blank" rel="noreferrer" underline="always">
          {t('check.readLaw')}
        </Anchor>
      ) : (
        t('editor.addressNotRecorded')
      )}
      <br />
      {validFrom === null ? t('editor.startNotRecorded') : t('check.since', { day: validFrom })}
      {validTo !== null && ` ${t('check.until', { day: validTo })}`}
      {t('ui.semicolon')}
      {source.checkedOn === null ? t('editor.neverChecked') : t('editor.lastChecked', { day: source.checkedOn })}
    </Text>
  )
}

/** One finding as a compiler tells it: what, where, why (law, article, dates, last checked), how. */
export function FindingDetails({ finding, acts }: { finding: LintFinding; acts: FindingActs }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { replacement } = finding.fix
  const { onFix } = acts
  const waive = acts.waiveOf?.(finding) ?? null
  return (
    <>
      <Group gap="xs" wrap="wrap">
        <OutcomeChip outcome={finding.outcome} />
        {finding.match !== null && (
          <Text span fw={600} lang="zh-CN">
            “{finding.match}”
          </Text>
        )}
      </Group>
      <Text size="sm">{read(finding.message)}</Text>
      <Law finding={finding} />
      {read(finding.fix) && <Text size="sm">→ {read(finding.fix)}</Text>}
      <Group gap="xs">
        {replacement !== null && finding.span && (
          <Button size="xs" variant="light" onClick={() => onFix(finding)}>
            {replacement === '' ? t('check.remove', { match: finding.match ?? '' }) : t('check.replaceWith', { text: replacement })}
          </Button>
        )}
        {waive && (
          <Button size="xs" variant="default" onClick={waive}>
            {t('waiver.open')}
          </Button>
        )}
        <AppLink to="/rules" search={{ rule: finding.ruleId }} size="xs" underline="always">
          {finding.ruleId}
        </AppLink>
      </Group>
    </>
  )
}
