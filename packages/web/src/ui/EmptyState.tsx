import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Teaches: what will be here, the one button that makes it happen, and an example. */
export function EmptyState({ title, text, example, children }: { title: string; text: string; example?: string; children?: ReactNode }) {
  return (
    <Paper withBorder p="lg" className="empty">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text maw="68ch">{text}</Text>
        {example && (
          <Text c="dimmed" size="sm" maw="68ch">
            {example}
          </Text>
        )}
        {children}
      </Stack>
    </Paper>
  )
}
