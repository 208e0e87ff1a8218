import { Button, Group, NumberInput, Text } from '@mantine/core'
import { erasureClockSchema, type ErasureClock } from '@kolibra/core/portal'
import type { Localized } from '@kolibra/core/shared'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchJson, putJson } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'

interface StoredClock {
  readonly revision: number
  readonly table: ErasureClock
  readonly source: Localized
}

const KEY = ['erasure-clock']

/** Within how many working days a request to erase is settled: our assumption until the workspace sets its own. */
export function ErasureClockForm() {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const client = useQueryClient()
  const mayChange = useMayDo('persons.erase')
  const clock = useQuery({ queryKey: KEY, queryFn: () => fetchJson<StoredClock>('/erasure-clock') })
  const [typed, setTyped] = useState<{ days: number | string; revision: number } | null>(null)
  const saving = useMutation({
    mutationFn: (body: { revision: number; table: ErasureClock }) => putJson<StoredClock>('/erasure-clock', body),
    onSuccess: async (next) => {
      setTyped(null)
      client.setQueryData(KEY, next)
      await client.invalidateQueries({ queryKey: ['turns'] })
    },
  })
  if (!clock.data) return null
  const { revision, table, source } = clock.data
  const next = erasureClockSchema.safeParse({ workingDays: typed?.days })
  return (
    <details className="help-more">
      <summary>{t('portal.erasureClock', { n: table.workingDays })}</summary>
      <Text size="sm">{revision === 0 ? read(source) : t('portal.erasureOwn')}</Text>
      {mayChange && (
        <Group gap="xs" align="flex-end">
          <NumberInput
            label={t('portal.erasureDays')}
            value={typed?.days ?? table.workingDays}
            min={1}
            max={60}
            allowDecimal={false}
            onChange={(days) => setTyped({ days, revision: typed?.revision ?? revision })}
          />
          <Button
            size="sm"
            disabled={typed === null || !next.success}
            loading={saving.isPending}
            onClick={() => {
              if (typed !== null && next.success) saving.mutate({ revision: typed.revision, table: next.data })
            }}
          >
            {t('portal.erasureSave')}
          </Button>
        </Group>
      )}
      {saving.error && <ProblemNotice error={saving.error} />}
    </details>
  )
}
