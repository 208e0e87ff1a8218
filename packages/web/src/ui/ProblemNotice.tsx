import { Button, Code, Group, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'

const describeField = (field: unknown) => (typeof field === 'string' ? field : JSON.stringify(field))

/** A refusal or failure from the server: what happened, how to fix it, and the number to quote. */
export function ProblemNotice({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const problem = error instanceof ApiError ? error.problem : null
  const fields = Array.isArray(problem?.fields) ? problem.fields : []
  return (
    <div className="problem" role="alert">
      <Stack gap={6}>
        <Text fw={600}>
          <span aria-hidden>⚠ </span>
          {problem ? read(problem.titles) || problem.title : error.message}
        </Text>
        {problem?.detail && <Text size="sm">{problem.detail}</Text>}
        {fields.length > 0 && (
          <List size="sm">
            {fields.slice(0, 8).map((field) => (
              <List.Item key={describeField(field)}>{describeField(field)}</List.Item>
            ))}
          </List>
        )}
        {problem?.findings?.map((finding) => (
          <Text size="sm" key={`${finding.code}${finding.subject.id}`}>
            {read(finding.because)} {read(finding.fix)}
          </Text>
        ))}
        {problem?.fix && <Text size="sm">{read(problem.fix)}</Text>}
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
