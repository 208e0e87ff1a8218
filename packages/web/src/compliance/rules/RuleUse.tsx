import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useMayDo } from './use-may-do.ts'
import { useResumeRule, useSuspendRule, type Suspension } from './use-own-rules.ts'

function SuspendForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation()
  const suspend = useSuspendRule()
  return (
    <ReasonForm
      why={t('rulebook.suspendWhy')}
      action={t('rulebook.suspend')}
      isPending={suspend.isPending}
      error={suspend.error}
      onSubmit={(reason) => suspend.mutate({ id, reason }, { onSuccess: onDone })}
      onCancel={onDone}
    />
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
