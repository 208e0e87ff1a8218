import { Text } from '@mantine/core'
import type { Assessment } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { nameOfCreator } from '../../creators/creator-row.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { formatCount, formatFen, formatShare } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { ConflictList } from '../ConflictList.tsx'
import { PlanNumber } from '../plan/PlanNumber.tsx'
import { useAssessments } from '../use-assessments.ts'
import type { Shortlist } from '../use-shortlists.ts'

type Entry = Shortlist['entries'][number]

interface ShortlistLinesProps {
  readonly entries: readonly Entry[]
  readonly firstPlace: number
  /** Null: there is no campaign to hold them against. */
  readonly campaignId: string | null
}

/** Creators of a list in its order; a row at a desk, a card on a phone. */
export function ShortlistLines({ entries, firstPlace, campaignId }: ShortlistLinesProps) {
  const assessments = useAssessments(
    campaignId,
    entries.map(({ creatorId }) => creatorId),
  )
  const found = new Map(assessments.data?.items.map((item) => [item.creatorId, item]))
  return (
    <>
      {assessments.error && <ProblemNotice error={assessments.error} onRetry={() => void assessments.refetch()} />}
      <ol className="plan-lines" start={firstPlace} data-testid="shortlist-lines">
        {entries.map((entry, at) => (
          <li key={entry.creatorId} className="shortlist-line">
            <Who entry={entry} place={firstPlace + at} campaignId={campaignId} />
            <Numbers item={found.get(entry.creatorId)} />
            <div>{found.has(entry.creatorId) && <ConflictList conflicts={found.get(entry.creatorId)?.conflicts ?? []} />}</div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Who({ entry, place, campaignId }: { entry: Entry; place: number; campaignId: string | null }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const { creatorId, note, row } = entry
  return (
    <div className="plan-who">
      <Text size="sm" component="span" c="dimmed">
        {place}.{' '}
      </Text>
      <AppLink
        to="/creators/$id"
        params={{ id: creatorId }}
        search={campaignId === null ? {} : { campaign: campaignId }}
        size="sm"
        fw={600}
        underline="always"
      >
        {row === null ? creatorId : nameOfCreator(row)}
      </AppLink>
      {row !== null && (
        <Text size="sm" c="dimmed">
          {names('platform', row.platform)} · {row.creatorType?.value ? names('type', row.creatorType.value) : t('ui.unknown')}
          {row.followers !== null && ` · ${t('shortlist.followers', { n: formatCount(row.followers, language) })}`}
        </Text>
      )}
      {note !== null && <Text size="sm">{note}</Text>}
    </div>
  )
}

function Numbers({ item }: { item: Assessment | undefined }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  if (item === undefined) return <div />
  const { fit, price } = item
  const outOf100 = (value: number) => String(Math.round(100 * value))
  const parts = fit.parts.map(
    ({ code, value, weight }) =>
      [`${t(`fit.part.${code}`)} (${formatShare(weight)})`, value === null ? t('ui.unknown') : outOf100(value)] as const,
  )
  const filing = price.filed === null ? t('ui.unknown') : t(price.filed ? 'creators.filed' : 'creators.notFiled')
  return (
    <dl className="plan-numbers">
      <dt>{t('fit.title')}</dt>
      <dd>
        {fit.score === null ? (
          <Unknown why={t('fit.nothing')} />
        ) : (
          <PlanNumber
            label={t('fit.title')}
            text={outOf100(fit.score)}
            lines={[...parts, [t('passport.formula'), fit.formula ?? ''], [t('passport.source'), fit.source]]}
          />
        )}
      </dd>
      <dt>{t('vetting.completeness')}</dt>
      <dd>{formatShare(fit.completeness)}</dd>
      <dt>{t('price.pays')}</dt>
      <dd>
        {price.costFen === null ? (
          <Unknown why={read(price.because)} />
        ) : (
          <PlanNumber
            label={t('price.pays')}
            text={formatFen(price.costFen)}
            lines={[
              [t('fact.format'), price.format === null ? t('ui.unknown') : names('format', price.format)],
              [t('creators.filing'), filing],
              [t('planPage.feeRoom'), formatFen(price.feeRoomFen)],
              [t('plan.because'), read(price.because)],
            ]}
          />
        )}
      </dd>
    </dl>
  )
}
