import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCampaigns } from '../campaigns/use-campaigns.ts'
import type { CreatorsView, ViewChange } from './creators-view.ts'

/** Which campaign the table is held against; none at first, for it costs a moment. */
export function FitAgainst({ view, onChange }: { view: CreatorsView; onChange: ViewChange }) {
  const { t } = useTranslation()
  const campaigns = useCampaigns().data?.items ?? []
  if (campaigns.length === 0) return null
  return (
    <NativeSelect
      label={t('fit.against')}
      value={view.fit ?? ''}
      data={[{ value: '', label: t('fit.noneHeld') }, ...campaigns.map(({ id, campaign }) => ({ value: id, label: campaign.name }))]}
      onChange={({ currentTarget: { value } }) => onChange({ fit: value || undefined, byFit: value ? true : undefined })}
      w={{ base: '100%', xs: 200 }}
    />
  )
}
