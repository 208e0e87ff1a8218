import { Button, Code, Group, List, Stack, Text } from '@mantine/core'
import type { Localized } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'

function describeField(field: unknown): Localized {
  const { field: name, problem = '', problemZh = problem } = field as { field?: string; problem?: string; problemZh?: string }
  if (name === undefined) return { en: JSON.stringify(field), zh: JSON.stringify(field) }
  return { en: `${name}: ${problem}`, zh: `${name}：${problemZh}` }
}

/** A refusal or failure from the server: what happened, how to fix it, and the number to quote. */
export function ProblemNotice({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const problem = error instanceof ApiError ? error.problem : null
  const findings = problem?.refusals?.flatMap((refusal) => refusal.findings ?? []) ?? []
  const fields = Array.isArray(problem?.fields) ? problem.fields : []
  return (
    <div className="problem" role="alert">
      <Stack gap={6}>
        <Text fw={600}>
          <span aria-hidden>⚠ </span>
          {problem ? read({ en: problem.title, zh: problem.titleZh ?? '' }) : error.message}
        </Text>
        {fields.length > 0 && (
          <List size="sm">
            {fields.slice(0, 8).map((field) => (
              <List.Item key={describeField(field).en}>{read(describeField(field))}</List.Item>
            ))}
          </List>
        )}
        {findings.map((finding) => (
          <Text size="sm" key={`${finding.code}${finding.subject.id}${finding.because.en}`}>
            {read(finding.because)} → {read(finding.fix)}
          </Text>
        ))}
        {problem?.detail && <Text size="sm">{read({ en: problem.detail, zh: problem.detailZh ?? '' })}</Text>}
        <Group gap="sm">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('ui.retry')}
            </Button>
          )}
          {problem?.requestId && (
            <Text size="xs" c="dimmed">
              {t('ui.requestId')} <Code>{problem.requestId}</Code>
            </Text>
          )}
          {problem && <Code>{problem.code}</Code>}
        </Group>
      </Stack>
    </div>
  )
}
