import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { readOrderValue } from './past-result-form.ts'
import { useSaveCampaign, type CampaignRecord } from './use-campaigns.ts'

/** What one order is worth and what share comes back, where no earlier campaign counted it. */
export function OrderValueForm({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const { campaign, version, id } = record
  const kept = campaign.orderValue ?? null
  const [typed, setTyped] = useState({
    worth: kept === null ? '' : String(kept.fen / 100),
    refunds: kept?.refundShare == null ? '' : String(Math.round(kept.refundShare * 1000) / 10),
    source: kept?.source ?? '',
  })
  const save = useSaveCampaign(id)
  const read = readOrderValue(typed)
  return (
    <details>
      <summary>{t('pastResults.orderValue')}</summary>
      <form
        aria-label={t('pastResults.orderValue')}
        onSubmit={(event) => {
          event.preventDefault()
          if (read !== null) save.mutate({ version, campaign: { ...campaign, orderValue: read.value } })
        }}
      >
        <Group align="end" gap="sm" mt="xs">
          {(['worth', 'refunds', 'source'] as const).map((field) => (
            <TextInput
              key={field}
              label={field === 'source' ? t('passport.source') : t(`pastResults.${field}`)}
              inputMode={field === 'source' ? 'text' : 'decimal'}
              value={typed[field]}
              onChange={({ currentTarget }) => setTyped({ ...typed, [field]: currentTarget.value })}
            />
          ))}
          <Button type="submit" variant="default" loading={save.isPending} disabled={read === null}>
            {t('pastResults.keep')}
          </Button>
        </Group>
        {save.error && <ProblemNotice error={save.error} />}
      </form>
    </details>
  )
}
