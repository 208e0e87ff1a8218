import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { useMayDo } from './use-may-do.ts'
import { useResumeRule, useSuspendRule, type Suspension } from './use-own-rules.ts'

function SuspendForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const suspend = useSuspendRule()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        suspend.mutate({ id, reason: reason.trim() }, { onSuccess: onDone })
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{t('rulebook.suspendWhy')}</Text>
        <Textarea
          label={t('rulebook.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {suspend.error && <ProblemNotice error={suspend.error} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={suspend.isPending} disabled={reason.trim() === ''}>
            {t('rulebook.suspend')}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Whether a rule is used here; who may, suspends it with a reason or uses it again. */
export function RuleUse({ id, isRule, suspension }: { id: string; isRule: boolean; suspension: Suspension | null }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const resume = useResumeRule()
  const may = useMayDo('rules.suspend')
  if (suspension !== null)
    return (
      <Stack gap="xs" className="rule-suspended">
        <Text size="sm">
          <span aria-hidden>⏸ </span>
          {t('rulebook.suspendedBy', {
            who: suspension.by ?? t('rulebook.someone'),
            day: shanghaiDayAfter(Date.parse(suspension.at), 0),
            reason: suspension.reason,
          })}
        </Text>
        {resume.error && <ProblemNotice error={resume.error} />}
        {may && (
          <Group>
            <Button size="xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate(id)}>
              {t('rulebook.resume')}
            </Button>
          </Group>
        )}
      </Stack>
    )
  if (!may || !isRule) return null
  if (isAsking) return <SuspendForm id={id} onDone={() => setAsking(false)} />
  return (
    <Group>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('rulebook.suspend')}
      </Button>
    </Group>
  )
}
