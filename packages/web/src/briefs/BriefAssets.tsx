import { SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableList, type BriefPartProps } from './EditableList.tsx'
import { mintItemId } from './item-id.ts'
import { WeightSelect } from './WeightSelect.tsx'

/** Pictures, logos and files for creators: what, where they lie, and until when they may be used. */
export function BriefAssets({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  return (
    <EditableList
      legend={t('briefSection.assets')}
      addLabel={t('briefAssets.add')}
      items={brief.assets}
      blank={() => ({ id: mintItemId('a'), weight: 'free' as const, name: '', reach: '', rightsUntil: null })}
      onChange={(assets) => onChange({ ...brief, assets })}
    >
      {(asset, change, place) => (
        <>
          <WeightSelect
            label={`${t('briefAssets.weight')} ${place}`}
            value={asset.weight}
            onChange={(weight) => change({ ...asset, weight })}
          />
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
            <TextInput
              label={`${t('briefAssets.name')} ${place}`}
              value={asset.name}
              onChange={(event) => change({ ...asset, name: event.currentTarget.value })}
            />
            <TextInput
              label={`${t('briefAssets.reach')} ${place}`}
              placeholder="https://"
              value={asset.reach}
              onChange={(event) => change({ ...asset, reach: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={`${t('briefAssets.rightsUntil')} ${place}`}
              value={asset.rightsUntil ?? ''}
              onChange={(event) => change({ ...asset, rightsUntil: event.currentTarget.value || null })}
            />
          </SimpleGrid>
        </>
      )}
    </EditableList>
  )
}
