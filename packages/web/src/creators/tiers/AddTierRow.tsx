import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asPlatform, PLATFORM_LIST } from '../../ui/choices.ts'
import { listFreeTiers, type RowKey, type TierDraft } from './tier-form.ts'

/** A further row: a platform of which no threshold is known yet, or a tier that it lacks. */
export function AddTierRow({ drafts, onAdd }: { drafts: readonly TierDraft[]; onAdd: (key: RowKey) => void }) {
  const { t } = useTranslation()
  const platforms = PLATFORM_LIST.filter((each) => listFreeTiers(drafts, each).length > 0)
  const [wished, setWished] = useState<string>('')
  const [wishedTier, setWishedTier] = useState<string>('')
  const platform = platforms.find((each) => each === asPlatform(wished)) ?? platforms[0]
  if (platform === undefined) return null
  const free = listFreeTiers(drafts, platform)
  const tier = free.find((each) => each === wishedTier) ?? free[0]
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        label={t('tiers.platform')}
        value={platform}
        onChange={({ currentTarget }) => setWished(currentTarget.value)}
        data={platforms.map((value) => ({ value, label: t(`platform.${value}`) }))}
      />
      <NativeSelect
        label={t('tiers.tierTitle')}
        value={tier}
        onChange={({ currentTarget }) => setWishedTier(currentTarget.value)}
        data={free.map((value) => ({ value, label: t(`tiers.tier.${value}`) }))}
      />
      <Button variant="default" onClick={() => tier && onAdd({ platform, tier })}>
        {t('tiers.add')}
      </Button>
    </Group>
  )
}
