import { List, Text, Title } from '@mantine/core'
import type { LintItem } from '@kolibra/core/compliance'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { OutcomeChip } from './OutcomeChip.tsx'

/** The verdict in one line with the version of the rulebook that gave it; read out when it changes. */
export function VerdictLine({ item }: { item: LintItem }) {
  const { t } = useTranslation()
  return (
    <p className="verdict" role="status" data-testid="verdict">
      <OutcomeChip outcome={item.verdict} /> <span>{t(`verdict.${item.verdict}`)}</span>{' '}
      {item.findings.length > 0 && <span>{t('editor.count', { count: item.findings.length })}</span>}{' '}
      <Text span size="sm" c="dimmed">
        {t('check.rulebook', { version: item.rulebook })}
      </Text>
    </p>
  )
}

/** What passed only because an exemption applies, with the rule that allowed it. */
export function Exemptions({ item }: { item: LintItem }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (item.exemptions.length === 0) return null
  return (
    <section>
      <Title order={2} size="h5">
        {t('check.exemptions')}
      </Title>
      <List size="sm">
        {item.exemptions.map((exemption, index) => (
          <List.Item key={`${exemption.ruleId}${exemption.span?.start ?? index}`}>
            {read(exemption.because)}{' '}
            <Text span size="xs" c="dimmed">
              {exemption.ruleId}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  )
}
