import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useMayDo } from './use-may-do.ts'
import { useSetPackAside, useUsePackAgain, type RulebookPack } from './use-packs.ts'

/** Whether a pack may judge; who may, sets it aside with a reason or uses it again. */
export function PackUse({ pack: { version, setAside } }: { pack: RulebookPack }) {
  const { t } = useTranslation()
  const may = useMayDo('rules.update')
  if (setAside === null) return may ? <SetAside version={version} /> : null
  const { by, at, reason } = setAside
  return (
    <Stack gap="xs">
      <Text size="sm">
        <span aria-hidden>⏸ </span>
        {t('rulebook.packs.setAsideBy', { who: by ?? t('rulebook.someone'), day: shanghaiDayAfter(Date.parse(at), 0), reason })}
      </Text>
      {may && <UseAgain version={version} />}
    </Stack>
  )
}

function SetAside({ version }: { version: string }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const set = useSetPackAside()
  if (isAsking)
    return (
      <ReasonForm
        why={t('rulebook.packs.setAsideWhy')}
        action={t('rulebook.packs.setAside')}
        isPending={set.isPending}
        error={set.error}
        onSubmit={(reason) => set.mutate({ version, reason }, { onSuccess: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      />
    )
  return (
    <Group>
      <Button size="xs" variant="default" aria-label={t('rulebook.packs.setAsideOne', { version })} onClick={() => setAsking(true)}>
        {t('rulebook.packs.setAside')}
      </Button>
    </Group>
  )
}

function UseAgain({ version }: { version: string }) {
  const { t } = useTranslation()
  const again = useUsePackAgain()
  return (
    <>
      {again.error && <ProblemNotice error={again.error} />}
      <Group>
        <Button
          size="xs"
          variant="default"
          loading={again.isPending}
          aria-label={t('rulebook.packs.useAgainOne', { version })}
          onClick={() => again.mutate(version)}
        >
          {t('rulebook.resume')}
        </Button>
      </Group>
    </>
  )
}
