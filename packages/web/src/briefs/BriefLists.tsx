import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import type { Brief } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'
import { asPlatform, PLATFORM_LIST } from '../ui/choices.ts'
import { BilingualField } from './BilingualField.tsx'
import { EditableList, type BriefPartProps } from './EditableList.tsx'
import { WeightSelect } from './WeightSelect.tsx'
import { BLANK_SENTENCE } from './blank-brief.ts'
import { mintItemId } from './item-id.ts'

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
            <WeightSelect
              label={`${t('brief.weight')} ${place}`}
              value={point.weight}
              onChange={(weight) => change({ ...point, weight })}
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
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="xs">
          <NativeSelect
            label={`${t('fact.platform')} ${place}`}
            value={item.platform}
            onChange={(event) => change({ ...item, platform: asPlatform(event.currentTarget.value) ?? item.platform })}
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
          <TextInput
            label={`${t('brief.slot')} ${place}`}
            placeholder={t('brief.slotExample')}
            value={item.slot ?? ''}
            onChange={(event) => change({ ...item, slot: event.currentTarget.value || null })}
          />
          <TextInput
            label={`${t('brief.fixedCaption')} ${place}`}
            placeholder={t('brief.captionChoice')}
            value={item.fixedCaption ?? ''}
            onChange={(event) => change({ ...item, fixedCaption: event.currentTarget.value || null })}
          />
        </SimpleGrid>
      )}
    </EditableList>
  )
}
