import { Button, Group, NativeSelect } from '@mantine/core'
import type { Platform } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asPlatform, PLATFORM_LIST } from './choices.ts'

interface AddPlatformProps {
  readonly rows: readonly { readonly platform: Platform | null }[]
  readonly label: string
  readonly add: string
  readonly onAdd: (platform: Platform) => void
}

/** A further row of a table by platform, for one that has none yet; nothing once all have. */
export function AddPlatform({ rows, label, add, onAdd }: AddPlatformProps) {
  const { t } = useTranslation()
  const [wished, setWished] = useState('')
  const free = PLATFORM_LIST.filter((platform) => rows.every((row) => row.platform !== platform))
  const platform = free.find((each) => each === asPlatform(wished)) ?? free[0]
  if (platform === undefined) return null
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        label={label}
        value={platform}
        onChange={({ currentTarget }) => setWished(currentTarget.value)}
        data={free.map((value) => ({ value, label: t(`platform.${value}`) }))}
      />
      <Button variant="default" onClick={() => onAdd(platform)}>
        {add}
      </Button>
    </Group>
  )
}
