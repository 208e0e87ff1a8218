import { Checkbox, Text } from '@mantine/core'
import type { Assessment } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { useMoney } from '../../campaigns/use-money.ts'
import { nameOfCreator } from '../../creators/creator-row.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { formatCount, formatShare } from '../../ui/format-number.ts'
import { Unknown } from '../../ui/Unknown.tsx'
import { ConflictList } from '../ConflictList.tsx'
import { PlanNumber } from '../plan/PlanNumber.tsx'
import type { Shortlist } from '../use-shortlists.ts'

type Entry = Shortlist['entries'][number]

interface ShortlistLinesProps {
  readonly entries: readonly Entry[]
  readonly assessments: readonly Assessment[]
  /** Null: there is no campaign to hold them against. */
  readonly campaignId: string | null
  /** Those a plan may not choose from. */
  readonly leftOut: ReadonlySet<string>
  readonly onToggle: (creatorId: string) => void
}

/** Creators of a list in the order given; a row at a desk, a card on a phone. */
export function ShortlistLines({ entries, assessments, campaignId, leftOut, onToggle }: ShortlistLinesProps) {
  const { t } = useTranslation()
  const found = new Map(assessments.map((item) => [item.creatorId, item]))
  return (
    <ol className="plan-lines" data-testid="shortlist-lines">
      {entries.map((entry, at) => (
        <li key={entry.creatorId} className="shortlist-line">
          <div className="shortlist-who">
            {campaignId !== null && (
              <Checkbox
                aria-label={t('shortlist.pick', { name: nameOf(entry) })}
                checked={!leftOut.has(entry.creatorId)}
                onChange={() => onToggle(entry.creatorId)}
              />
            )}
            <Who entry={entry} place={at + 1} campaignId={campaignId} />
          </div>
          <Numbers item={found.get(entry.creatorId)} />
          <div>{found.has(entry.creatorId) && <ConflictList conflicts={found.get(entry.creatorId)?.conflicts ?? []} />}</div>
        </li>
      ))}
    </ol>
  )
}

const nameOf = ({ creatorId, row }: Entry) => (row === null ? creatorId : nameOfCreator(row))

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
        {nameOf(entry)}
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
  const tellMoney = useMoney()
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
            text={tellMoney(price.costFen + price.feeRoomFen)}
            lines={[
              [t('fact.format'), price.format === null ? t('ui.unknown') : names('format', price.format)],
              [t('creators.filing'), filing],
              [t('planPage.feeRoom'), tellMoney(price.feeRoomFen)],
              [t('plan.because'), read(price.because)],
            ]}
          />
        )}
      </dd>
    </dl>
  )
}
