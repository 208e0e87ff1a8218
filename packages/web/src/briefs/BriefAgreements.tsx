import { Checkbox, Group, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import type { Brief } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'
import { FILING_CHANNELS } from '../compliance/fact-choices.ts'
import { asPlatform, PLATFORM_LIST } from '../ui/choices.ts'
import { BilingualField } from './BilingualField.tsx'
import { BLANK_SENTENCE } from './blank-brief.ts'
import { EditableList, type BriefPartProps } from './EditableList.tsx'
import { mintItemId } from './item-id.ts'

const KPIS = ['views', 'reach', 'interactions', 'newFollowers', 'mentions', 'searchIndex', 'sales'] as const

function usePlatforms() {
  const { t } = useTranslation()
  return PLATFORM_LIST.map((value) => ({ value, label: t(`platform.${value}`) }))
}

/** What one platform wants otherwise: its label, its channel for filing, a note. */
export function PlatformFiling({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const choices = usePlatforms()
  const { disclosure } = brief
  return (
    <EditableList
      legend={t('brief.platformFiling')}
      addLabel={t('brief.addPlatformFiling')}
      items={disclosure.platforms}
      blank={(): Brief['disclosure']['platforms'][number] => ({
        id: mintItemId('p'),
        platform: brief.deliverables[0]?.platform ?? 'xiaohongshu',
        label: null,
        filingChannel: null,
        note: BLANK_SENTENCE,
      })}
      onChange={(platforms) => onChange({ ...brief, disclosure: { ...disclosure, platforms } })}
    >
      {(row, change, place) => (
        <>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs" mb={4}>
            <NativeSelect
              label={`${t('fact.platform')} · ${t('fact.filing')} ${place}`}
              value={row.platform}
              data={choices}
              onChange={(event) => change({ ...row, platform: asPlatform(event.currentTarget.value) ?? row.platform })}
            />
            <NativeSelect
              label={`${t('fact.filing')} ${place}`}
              value={row.filingChannel ?? ''}
              onChange={(event) => change({ ...row, filingChannel: event.currentTarget.value || null })}
              data={[
                { value: '', label: t('brief.asForAll') },
                ...FILING_CHANNELS.map((value) => ({ value, label: t(`filing.${value}`) })),
              ]}
            />
            <TextInput
              label={`${t('fact.label')} ${place}`}
              placeholder={t('brief.asForAll')}
              value={row.label ?? ''}
              onChange={(event) => change({ ...row, label: event.currentTarget.value || null })}
            />
          </SimpleGrid>
          <BilingualField label={`${t('brief.filingNote')} ${place}`} value={row.note} onChange={(note) => change({ ...row, note })} />
        </>
      )}
    </EditableList>
  )
}

/** For how long nothing of the same category, where. */
export function Exclusivity({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const choices = usePlatforms()
  return (
    <EditableList
      legend={t('brief.exclusivity')}
      addLabel={t('brief.addExclusivity')}
      items={brief.exclusivity}
      blank={() => ({ id: mintItemId('x'), category: null, platforms: [], days: 14 })}
      onChange={(exclusivity) => onChange({ ...brief, exclusivity })}
    >
      {(row, change, place) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <TextInput
            label={`${t('brief.exclusiveCategory')} ${place}`}
            placeholder={t('brief.ownCategory')}
            value={row.category ?? ''}
            onChange={(event) => change({ ...row, category: event.currentTarget.value || null })}
          />
          <NumberInput
            label={`${t('brief.exclusiveDays')} ${place}`}
            min={0}
            value={row.days}
            onChange={(value) => change({ ...row, days: Number(value) || 0 })}
          />
          <Checkbox.Group
            className="full-row"
            label={`${t('brief.exclusivePlatform')} ${place}`}
            description={t('brief.exclusiveNowhere')}
            value={[...row.platforms]}
            onChange={(chosen) => change({ ...row, platforms: PLATFORM_LIST.filter((one) => chosen.includes(one)) })}
          >
            <Group gap="sm" mt={4}>
              {choices.map(({ value, label }) => (
                <Checkbox key={value} size="xs" value={value} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
        </SimpleGrid>
      )}
    </EditableList>
  )
}

/** The goal's KPIs as the brief tells them; the gate compares them with the goal. */
export function ToldKpis({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  return (
    <EditableList
      legend={t('brief.kpis')}
      addLabel={t('brief.addKpi')}
      items={brief.kpis}
      blank={(): Brief['kpis'][number] => ({ id: mintItemId('k'), name: 'views', target: null, deadline: null })}
      onChange={(kpis) => onChange({ ...brief, kpis })}
    >
      {(row, change, place) => (
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
          <NativeSelect
            label={`KPI ${place}`}
            value={row.name}
            data={KPIS.map((value) => ({ value, label: t(`kpi.${value}`) }))}
            onChange={(event) => change({ ...row, name: event.currentTarget.value })}
          />
          <NumberInput
            label={`${t('brief.kpiTarget')} ${place}`}
            min={0}
            thousandSeparator
            value={row.target ?? ''}
            onChange={(value) => change({ ...row, target: Number(value) > 0 ? Number(value) : null })}
          />
          <TextInput
            type="date"
            label={`${t('brief.kpiDeadline')} ${place}`}
            value={row.deadline ?? ''}
            onChange={(event) => change({ ...row, deadline: event.currentTarget.value || null })}
          />
        </SimpleGrid>
      )}
    </EditableList>
  )
}

/** Who looks at a draft, in which order, and how long each may take. */
export function ReviewSteps({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  return (
    <EditableList
      legend={t('brief.reviewSteps')}
      addLabel={t('brief.addReviewStep')}
      items={brief.reviewSteps}
      blank={(): Brief['reviewSteps'][number] => ({ id: mintItemId('r'), text: BLANK_SENTENCE, hours: null })}
      onChange={(reviewSteps) => onChange({ ...brief, reviewSteps })}
    >
      {(row, change, place) => (
        <>
          <BilingualField label={`${t('brief.reviewStep')} ${place}`} value={row.text} onChange={(text) => change({ ...row, text })} />
          <NumberInput
            label={`${t('brief.stepHours')} ${place}`}
            min={1}
            maw={240}
            mt={4}
            value={row.hours ?? ''}
            onChange={(value) => change({ ...row, hours: Number(value) > 0 ? Number(value) : null })}
          />
        </>
      )}
    </EditableList>
  )
}
