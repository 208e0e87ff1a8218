import { Checkbox, Fieldset, Group, SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BilingualField } from './BilingualField.tsx'
import { BLANK_SENTENCE } from './blank-brief.ts'
import { EditableList, type BriefPartProps } from './EditableList.tsx'
import { mintItemId } from './item-id.ts'
import { TypedLines } from './TypedLines.tsx'
import { WeightSelect } from './WeightSelect.tsx'

/** Scenes a creator is to show, each must, should or free. */
export function BriefShots({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  return (
    <EditableList
      legend={t('brief.shots')}
      addLabel={t('brief.addShot')}
      items={brief.shots}
      blank={() => ({ id: mintItemId('h'), weight: 'should' as const, text: BLANK_SENTENCE })}
      onChange={(shots) => onChange({ ...brief, shots })}
    >
      {(shot, change, place) => (
        <>
          <WeightSelect
            label={`${t('brief.shotWeight')} ${place}`}
            value={shot.weight}
            onChange={(weight) => change({ ...shot, weight })}
          />
          <BilingualField isAsked label={`${t('brief.shot')} ${place}`} value={shot.text} onChange={(text) => change({ ...shot, text })} />
        </>
      )}
    </EditableList>
  )
}

/** Names that cost nothing, whether the brand approves the tone, and the languages beside Chinese and English. */
export function BriefNames({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const names = (key: 'productNames' | 'properNames') => (
    <TypedLines label={t(`brief.${key}`)} lines={brief[key]} onChange={(lines) => onChange({ ...brief, [key]: lines })} />
  )
  const toggle = (language: 'de' | 'fr', isWanted: boolean) =>
    onChange({
      ...brief,
      languages: (['de', 'fr'] as const).filter((one) => (one === language ? isWanted : brief.languages.includes(one))),
    })
  return (
    <Fieldset legend={t('brief.namesAndTone')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {names('productNames')}
        {names('properNames')}
      </SimpleGrid>
      <Group mt="sm" gap="lg">
        <Checkbox
          label={t('brief.toneApproval')}
          checked={brief.toneApproval}
          onChange={(event) => onChange({ ...brief, toneApproval: event.currentTarget.checked })}
        />
        {(['de', 'fr'] as const).map((language) => (
          <Checkbox
            key={language}
            label={t(`brief.also_${language}`)}
            checked={brief.languages.includes(language)}
            onChange={(event) => toggle(language, event.currentTarget.checked)}
          />
        ))}
      </Group>
    </Fieldset>
  )
}
