import { Button, Fieldset, Group, NativeSelect, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { Brief } from '@kolibra/core/briefs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PLATFORM_LIST } from '../ui/choices.ts'
import { BilingualField } from './BilingualField.tsx'
import { BLANK_SENTENCE } from './blank-brief.ts'
import { mintItemId } from './item-id.ts'

export interface BriefPartProps {
  readonly brief: Brief
  readonly onChange: (brief: Brief) => void
}

interface ListProps<T extends { readonly id: string }> {
  readonly legend: string
  readonly addLabel: string
  readonly items: readonly T[]
  readonly blank: () => T
  readonly onChange: (items: T[]) => void
  readonly children: (item: T, change: (item: T) => void, place: number) => ReactNode
}

function EditableList<T extends { readonly id: string }>({ legend, addLabel, items, blank, onChange, children }: ListProps<T>) {
  const { t } = useTranslation()
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        {items.map((item, index) => (
          <Group key={item.id} align="flex-end" wrap="nowrap" gap="xs">
            <div className="grow">{children(item, (next) => onChange(items.map((old, at) => (at === index ? next : old))), index + 1)}</div>
            <Button
              variant="subtle"
              size="xs"
              aria-label={t('brief.removeFrom', { list: legend, place: index + 1 })}
              onClick={() => onChange(items.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          </Group>
        ))}
        <Group>
          <Button variant="default" size="xs" onClick={() => onChange([...items, blank()])}>
            {addLabel}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}

const WEIGHTS = ['must', 'should', 'free'] as const

export function FactsAndPoints({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  return (
    <>
      <EditableList
        legend={t('brief.productFacts')}
        addLabel={t('brief.addFact')}
        items={brief.productFacts}
        blank={() => ({ id: mintItemId('f'), weight: 'must' as const, text: BLANK_SENTENCE, evidence: null })}
        onChange={(productFacts) => onChange({ ...brief, productFacts })}
      >
        {(fact, change, place) => (
          <>
            <BilingualField
              isAsked
              label={`${t('brief.fact')} ${place}`}
              value={fact.text}
              onChange={(text) => change({ ...fact, text })}
            />
            <TextInput
              label={`${t('brief.evidence')} ${place}`}
              mt={4}
              value={fact.evidence ?? ''}
              onChange={(event) => change({ ...fact, evidence: event.currentTarget.value || null })}
            />
          </>
        )}
      </EditableList>
      <EditableList
        legend={t('brief.mustSay')}
        addLabel={t('brief.addPoint')}
        items={brief.mustSay}
        blank={() => ({ id: mintItemId('s'), weight: 'must' as const, text: BLANK_SENTENCE })}
        onChange={(mustSay) => onChange({ ...brief, mustSay })}
      >
        {(point, change, place) => (
          <>
            <NativeSelect
              label={`${t('brief.weight')} ${place}`}
              value={point.weight}
              onChange={(event) => change({ ...point, weight: WEIGHTS.find((weight) => weight === event.currentTarget.value) ?? 'must' })}
              data={WEIGHTS.map((value) => ({ value, label: t(`weight.${value}`) }))}
              maw={240}
            />
            <BilingualField
              isAsked
              label={`${t('brief.point')} ${place}`}
              value={point.text}
              onChange={(text) => change({ ...point, text })}
            />
          </>
        )}
      </EditableList>
      <EditableList
        legend={t('brief.mustNot')}
        addLabel={t('brief.addMustNot')}
        items={brief.mustNot}
        blank={() => ({ id: mintItemId('n'), weight: 'must' as const, text: BLANK_SENTENCE })}
        onChange={(mustNot) => onChange({ ...brief, mustNot })}
      >
        {(item, change, place) => (
          <BilingualField label={`${t('brief.mustNot')} ${place}`} value={item.text} onChange={(text) => change({ ...item, text })} />
        )}
      </EditableList>
    </>
  )
}

export function BriefDeliverables({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const first = brief.deliverables[0]
  const blank = (): Brief['deliverables'][number] => ({
    id: mintItemId('d'),
    weight: 'must',
    platform: first?.platform ?? 'xiaohongshu',
    format: first?.format ?? 'note',
    count: 1,
    windowFrom: first?.windowFrom ?? '',
    windowTo: first?.windowTo ?? '',
    slot: null,
    fixedTime: null,
    fixedCaption: null,
  })
  return (
    <EditableList
      legend={t('brief.deliverables')}
      addLabel={t('brief.addDeliverable')}
      items={brief.deliverables}
      blank={blank}
      onChange={(deliverables) => onChange({ ...brief, deliverables })}
    >
      {(item, change, place) => (
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs">
          <NativeSelect
            label={`${t('fact.platform')} ${place}`}
            value={item.platform}
            onChange={(event) =>
              change({ ...item, platform: PLATFORM_LIST.find((platform) => platform === event.currentTarget.value) ?? item.platform })
            }
            data={PLATFORM_LIST.map((value) => ({ value, label: t(`platform.${value}`) }))}
          />
          <TextInput
            label={`${t('fact.format')} ${place}`}
            value={item.format}
            onChange={(event) => change({ ...item, format: event.currentTarget.value })}
          />
          <NumberInput
            label={`${t('brief.count')} ${place}`}
            min={1}
            value={item.count}
            onChange={(value) => change({ ...item, count: Number(value) || 1 })}
          />
          <TextInput
            type="date"
            label={`${t('brief.from')} ${place}`}
            value={item.windowFrom}
            onChange={(event) => change({ ...item, windowFrom: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={`${t('brief.to')} ${place}`}
            value={item.windowTo}
            onChange={(event) => change({ ...item, windowTo: event.currentTarget.value })}
          />
          <TextInput
            label={`${t('brief.fixedTime')} ${place}`}
            placeholder={t('brief.creatorsChoice')}
            value={item.fixedTime ?? ''}
            onChange={(event) => change({ ...item, fixedTime: event.currentTarget.value || null })}
          />
        </SimpleGrid>
      )}
    </EditableList>
  )
}
