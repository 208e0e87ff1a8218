import { Button, Group, NativeSelect } from '@mantine/core'
import { applyTemplate, GOAL_TEMPLATES, PLATFORM_TEMPLATES } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import type { BriefPartProps } from './EditableList.tsx'

const GOALS = ['awareness', 'product'] as const

/** Fills what is still empty from a goal's template and those of the platforms the brief asks posts on. */
export function TemplatePicker({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [goal, setGoal] = useState<(typeof GOALS)[number]>('awareness')
  const platforms = [...new Set(brief.deliverables.map(({ platform }) => platform))]
  const templates = [GOAL_TEMPLATES[goal], ...platforms.flatMap((platform) => PLATFORM_TEMPLATES[platform] ?? [])]
  return (
    <Group align="flex-end" gap="xs">
      <NativeSelect
        label={t('brief.template')}
        value={goal}
        onChange={(event) => setGoal(GOALS.find((one) => one === event.currentTarget.value) ?? goal)}
        data={GOALS.map((value) => ({ value, label: read(GOAL_TEMPLATES[value].name) }))}
      />
      <Button variant="default" onClick={() => onChange(templates.reduce(applyTemplate, brief))}>
        {t('brief.applyTemplate', { names: templates.map(({ name }) => read(name)).join(' + ') })}
      </Button>
    </Group>
  )
}
