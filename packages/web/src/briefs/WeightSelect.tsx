import { NativeSelect } from '@mantine/core'
import type { Brief } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'

type Weight = Brief['mustSay'][number]['weight']
const WEIGHTS: readonly Weight[] = ['must', 'should', 'free']

interface WeightSelectProps {
  readonly label: string
  readonly value: Weight
  readonly onChange: (weight: Weight) => void
}

/** How binding a line is: must, should or free. */
export function WeightSelect({ label, value, onChange }: WeightSelectProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(WEIGHTS.find((weight) => weight === event.currentTarget.value) ?? 'must')}
      data={WEIGHTS.map((weight) => ({ value: weight, label: t(`weight.${weight}`) }))}
      maw={240}
    />
  )
}
