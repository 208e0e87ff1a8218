import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Asks of which day the numbers are, where the report says that nobody knows; the file is then read again. */
export function ObservedDay({ said, busy, onSay }: { said: string | null; busy: boolean; onSay: (day: string) => void }) {
  const { t } = useTranslation()
  const [day, setDay] = useState(said ?? '')
  return (
    <Group align="end" gap="sm" data-testid="observed-day">
      <TextInput
        type="date"
        label={t('imports.observedOn')}
        description={t('imports.observedUnknown')}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
        maw={320}
      />
      <Button variant="default" loading={busy} disabled={day === '' || day === said} onClick={() => onSay(day)}>
        {t('imports.sayDay')}
      </Button>
    </Group>
  )
}
