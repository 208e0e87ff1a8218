import { Checkbox, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import type { Clearance, Engagement } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CATEGORY_LIST, PLATFORM_LIST } from '../../ui/choices.ts'
import { BLANK_ENGAGEMENT, engagementOf } from './dossier-forms.ts'
import { ClearanceForm } from './ClearanceForm.tsx'
import { EntryRow } from './EntryRow.tsx'
import { FormFrame } from './FormFrame.tsx'
import { useAddEntry } from './use-dossier.ts'

function EngagementForm({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const add = useAddEntry(creatorId, 'engagements')
  const [form, setForm] = useState(BLANK_ENGAGEMENT)
  const entry = engagementOf(form)
  const field = (key: 'brand' | 'from' | 'to' | 'source') => ({
    value: form[key],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })
  return (
    <FormFrame open={t('dossier.addEngagement')} save={add} entry={entry} onKept={() => setForm(BLANK_ENGAGEMENT)}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('dossier.brand')} {...field('brand')} />
        <NativeSelect
          label={t('dossier.category')}
          value={form.category}
          onChange={(event) =>
            setForm({ ...form, category: CATEGORY_LIST.find((key) => key === event.currentTarget.value) ?? form.category })
          }
          data={CATEGORY_LIST.map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <TextInput label={t('dossier.from')} type="date" {...field('from')} />
        <TextInput label={t('dossier.to')} type="date" {...field('to')} />
      </SimpleGrid>
      <Checkbox
        label={t('dossier.exclusive')}
        checked={form.exclusive}
        onChange={(event) => setForm({ ...form, exclusive: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label={t('dossier.platforms')}
        description={t('dossier.platformsAll')}
        value={[...form.platforms]}
        onChange={(ticked) => setForm({ ...form, platforms: PLATFORM_LIST.filter((platform) => ticked.includes(platform)) })}
      >
        <Group gap="sm" mt={4}>
          {PLATFORM_LIST.map((platform) => (
            <Checkbox key={platform} value={platform} label={t(`platform.${platform}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput label={t('dossier.sourceLabel')} {...field('source')} />
    </FormFrame>
  )
}

interface EngagementsPartProps {
  readonly creatorId: string
  readonly engagements: readonly Engagement[]
  /** When somebody asked and no other work was named. */
  readonly clearances: readonly Clearance[]
}

/** Work for other brands, exclusive or not, or that there is none: what the Choice gate holds a campaign against. */
export function EngagementsPart({ creatorId, engagements, clearances }: EngagementsPartProps) {
  const { t } = useTranslation()
  return (
    <>
      {engagements.length === 0 && clearances.length === 0 && <Text size="sm">{t('dossier.engagementsNone')}</Text>}
      <ul className="notes">
        {engagements.map((entry) => (
          <EntryRow key={entry.id} creatorId={creatorId} list="engagements" entry={entry} what={entry.brand}>
            <Text size="sm">
              <b data-raw>{entry.brand}</b> · {t(`category.${entry.category}`)} · {entry.from} – {entry.to}
              {entry.platforms !== null && ` · ${entry.platforms.map((platform) => t(`platform.${platform}`)).join(t('ui.comma'))}`}{' '}
              <span className={entry.exclusive ? 'chip outcome-warn' : 'chip'}>
                {entry.exclusive ? `⊘ ${t('dossier.exclusiveChip')}` : t('dossier.notExclusive')}
              </span>
            </Text>
            <Text size="sm" c="dimmed" data-raw>
              {entry.source}
            </Text>
          </EntryRow>
        ))}
        {clearances.map((entry) => (
          <EntryRow key={entry.id} creatorId={creatorId} list="clearances" entry={entry} what={entry.askedOn}>
            <Text size="sm">
              <span aria-hidden>✓</span> {t('dossier.noOtherWork', { day: entry.askedOn })}
            </Text>
            <Text size="sm" c="dimmed" data-raw>
              {entry.source}
            </Text>
          </EntryRow>
        ))}
      </ul>
      <EngagementForm creatorId={creatorId} />
      <ClearanceForm creatorId={creatorId} />
    </>
  )
}
