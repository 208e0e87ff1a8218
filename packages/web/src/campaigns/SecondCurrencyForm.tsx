import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { readNumber } from './campaign-form.ts'
import { RateNote } from './RateNote.tsx'
import { useSaveCampaign, type CampaignRecord } from './use-campaigns.ts'

const CODES = ['CHF', 'EUR', 'USD', 'GBP'] as const

/** The second currency: a rate that a person enters with its day and source. The first contract freezes it with the goal. */
export function SecondCurrencyForm({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const { campaign, version, frozen, id } = record
  const kept = campaign.secondCurrency
  const [code, setCode] = useState<string>(kept?.code ?? '')
  const [rate, setRate] = useState(kept === null ? '' : String(kept.ratePerCny))
  const [on, setOn] = useState(kept?.on ?? '')
  const [source, setSource] = useState(kept?.source ?? '')
  const save = useSaveCampaign(id)
  if (frozen !== null) return <RateNote />
  const ratePerCny = readNumber(rate)
  const chosen = CODES.find((each) => each === code)
  const isWhole = chosen === undefined || (ratePerCny !== null && ratePerCny > 0 && on !== '' && source.trim() !== '')
  const secondCurrency =
    chosen === undefined || ratePerCny === null || !isWhole ? null : { code: chosen, ratePerCny, on, source: source.trim() }
  return (
    <details>
      <summary>{t('money.form')}</summary>
      <form
        aria-label={t('money.form')}
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole) save.mutate({ version, campaign: { ...campaign, secondCurrency } })
        }}
      >
        <Stack gap="xs" mt="xs">
          <Text size="sm" c="dimmed">
            {t('money.why')}
          </Text>
          <Group align="end" gap="sm">
            <NativeSelect
              label={t('money.code')}
              value={code}
              data={[{ value: '', label: t('money.none') }, ...CODES]}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
            <TextInput
              label={t('money.perYuan')}
              inputMode="decimal"
              placeholder="0.112"
              value={rate}
              onChange={({ currentTarget }) => setRate(currentTarget.value)}
            />
            <TextInput label={t('money.day')} type="date" value={on} onChange={({ currentTarget }) => setOn(currentTarget.value)} />
            <TextInput label={t('passport.source')} value={source} onChange={({ currentTarget }) => setSource(currentTarget.value)} />
            <Button type="submit" variant="default" loading={save.isPending} disabled={!isWhole}>
              {t('money.save')}
            </Button>
          </Group>
          {save.error && <ProblemNotice error={save.error} />}
        </Stack>
      </form>
    </details>
  )
}
