import { NativeSelect, Stack, Text, Title } from '@mantine/core'
import type { Assessment, FitPart } from '@kolibra/core/selection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useCampaigns } from '../../campaigns/use-campaigns.ts'
import { useMoney } from '../../campaigns/use-money.ts'
import { formatShare } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { ConflictList } from '../ConflictList.tsx'
import { FitWeights } from './FitWeights.tsx'
import { useAssessments } from '../use-assessments.ts'

const outOf100 = (value: number) => Math.round(100 * value)

function PartRow({ part }: { part: FitPart }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { code, weight, value, completeness, because, without } = part
  const said = [
    read(because),
    ...(value !== null && completeness < 1 ? [t('fit.partEvidence', { share: formatShare(completeness) })] : []),
    ...(value !== null && without !== null ? [t('fit.without', { n: outOf100(without) })] : []),
  ]
  return (
    <li className="fit-part" data-testid="fit-part" data-code={code}>
      <Text size="sm" fw={600}>
        {t(`fit.part.${code}`)}{' '}
        <Text span size="xs" c="dimmed" fw={400}>
          {t('fit.weight', { share: formatShare(weight) })}
        </Text>
      </Text>
      <span className="fit-track" aria-hidden>
        {value !== null && <span style={{ width: `${100 * value}%` }} />}
      </span>
      <span className="number">{value === null ? <Unknown why={read(because)} /> : outOf100(value)}</span>
      <Text size="sm" c="dimmed" className="fit-why">
        {said.join(language === 'zh' ? '' : ' ')}
      </Text>
    </li>
  )
}

function Body({ item: { fit, conflicts, price } }: { item: Assessment }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const tellMoney = useMoney()
  return (
    <Stack gap="sm" data-testid="fit">
      <dl className="counts">
        <div>
          <dt>{t('fit.title')}</dt>
          <dd>{fit.score === null ? <Unknown why={t('fit.nothing')} /> : t('vetting.of100', { n: outOf100(fit.score) })}</dd>
        </div>
        <div>
          <dt>{t('vetting.completeness')}</dt>
          <dd>{formatShare(fit.completeness)}</dd>
        </div>
        <div>
          <dt>{t('price.pays')}</dt>
          <dd>
            {price.costFen === null ? <Unknown why={read(price.because)} /> : tellMoney(price.costFen + price.feeRoomFen)}
            {price.feeRoomFen > 0 && (
              <Text size="xs" c="dimmed">
                {t('fit.withFeeRoom', { sum: tellMoney(price.feeRoomFen) })}
              </Text>
            )}
          </dd>
        </div>
      </dl>
      <ul className="fit-parts">
        {fit.parts.map((part) => (
          <PartRow key={part.code} part={part} />
        ))}
      </ul>
      {fit.formula !== null && (
        <Text size="xs" c="dimmed">
          {t('fit.formula')} <code>{fit.formula}</code>
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('fit.table', { version: fit.version, source: fit.source })}
      </Text>
      <FitWeights />
      <Title order={3} size="h5">
        {t('fit.conflicts')}
      </Title>
      <ConflictList conflicts={conflicts} />
    </Stack>
  )
}

/** How a creator fits a campaign, part by part, with what each part stands on; and what stands in the way. */
export function FitSection({ creatorId, campaignId }: { creatorId: string; campaignId: string | undefined }) {
  const { t } = useTranslation()
  const campaigns = useCampaigns()
  const [picked, setPicked] = useState<string | null>(null)
  const items = campaigns.data?.items ?? []
  const id = picked ?? campaignId ?? items[0]?.id ?? null
  const assessed = useAssessments(id, [creatorId])
  const [item] = assessed.data?.items ?? []
  if (campaigns.isPending) return <Loading />
  if (id === null) return <Text size="sm">{t('fit.noCampaign')}</Text>
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('fit.intro')}
      </Text>
      <NativeSelect
        label={t('fit.campaign')}
        maw={420}
        value={id}
        onChange={(event) => setPicked(event.currentTarget.value)}
        data={items.map(({ id: value, campaign }) => ({ value, label: campaign.name }))}
      />
      {assessed.isPending && <Loading />}
      {assessed.error && <ProblemNotice error={assessed.error} onRetry={() => void assessed.refetch()} />}
      {item !== undefined && <Body item={item} />}
    </Stack>
  )
}
