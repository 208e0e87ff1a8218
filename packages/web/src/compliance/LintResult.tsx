import { List, Stack, Text, Title } from '@mantine/core'
import type { LintItem } from '@kolibra/core/compliance'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { OutcomeChip } from './OutcomeChip.tsx'

/** The verdict in one line with the version of the rulebook that gave it. */
export function VerdictLine({ item }: { item: LintItem }) {
  const { t } = useTranslation()
  return (
    <p className="verdict" role="status" data-testid="verdict">
      <OutcomeChip outcome={item.verdict} /> <span>{t(`verdict.${item.verdict}`)}</span>{' '}
      <Text span size="sm" c="dimmed">
        {t('check.rulebook', { version: item.rulebook })}
      </Text>
    </p>
  )
}

/** What could not be judged, and what passed only because an exemption applies. */
export function LintRemarks({ item }: { item: LintItem }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  return (
    <Stack gap="sm">
      {item.missing.length > 0 && (
        <section>
          <Title order={2} size="h5">
            {t('check.missing')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('check.missingWhy')}
          </Text>
          <List size="sm">
            {item.missing.map((fact) => (
              <List.Item key={fact}>{names('fact', fact)}</List.Item>
            ))}
          </List>
        </section>
      )}
      {item.exemptions.length > 0 && (
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
      )}
    </Stack>
  )
}
