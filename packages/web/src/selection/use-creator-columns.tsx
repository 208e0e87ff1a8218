import { nameSource } from '@kolibra/core/creators'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '@kolibra/core/shared'
import { useNames } from '../app/i18n/use-names.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatCount, formatExact, formatFen, formatMoment, formatShare } from '../ui/format-number.ts'
import type { GridColumn } from '../ui/GridTable.tsx'
import { RangeBar } from '../ui/RangeBar.tsx'
import { Reason } from '../ui/Reason.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import { basisOf, nameOfCreator, type CreatorRow } from '../creators/creator-row.ts'
import { formatCopied } from './field-format.ts'

type Column = GridColumn<CreatorRow>
type Translate = TFunction
type Names = ReturnType<typeof useNames>

const orUnknown = (text: string | null, why: string) => text ?? <Unknown why={why} />

function identityColumns(t: Translate, names: Names, language: Language): Column[] {
  const platform = (row: CreatorRow) => names('platform', row.platform)
  const basis = ({ creatorType }: CreatorRow) => (creatorType ? basisOf(creatorType)[language] : t('creators.noType'))
  const type = (row: CreatorRow) => (row.creatorType?.value ? names('type', row.creatorType.value) : null)
  return [
    {
      key: 'name',
      header: t('creators.name'),
      width: 180,
      sortable: true,
      text: nameOfCreator,
      cell: (row) => <span className="creator-name">{nameOfCreator(row)}</span>,
    },
    {
      key: 'platform',
      header: t('fact.platform'),
      width: 130,
      text: platform,
      cell: (row) => <span title={platform(row)}>{platform(row)}</span>,
    },
    {
      key: 'type',
      header: t('creators.type'),
      width: 140,
      text: (row) => type(row) ?? '',
      cell: (row) =>
        row.creatorType && type(row) ? (
          <Reason why={basis(row)} className="has-basis">
            {type(row)}
          </Reason>
        ) : (
          <Unknown why={basis(row)} />
        ),
    },
  ]
}

function numberColumns(t: Translate, names: Names, { language, top }: { language: Language; top: number }): Column[] {
  const count = (value: number | null) =>
    value === null ? <Unknown why={t('creators.notInFile')} /> : <span title={formatExact(value)}>{formatCount(value, language)}</span>
  return [
    {
      key: 'followers',
      header: t('creators.followers'),
      width: 116,
      numeric: true,
      sortable: true,
      text: (row) => String(row.followers ?? ''),
      cell: (row) => count(row.followers),
    },
    {
      key: 'viewsP50',
      header: t('creators.forecast'),
      unit: t('creators.forecastUnit'),
      copiedUnit: 'P10 / P50 / P90',
      width: 196,
      sortable: true,
      numeric: true,
      text: (row) => [row.viewsP10, row.viewsP50, row.viewsP90].map((value) => value ?? '').join(' / '),
      cell: ({ viewsP10, viewsP50, viewsP90 }) =>
        viewsP10 === null || viewsP50 === null || viewsP90 === null ? (
          <Unknown why={t('creators.noForecast')} />
        ) : (
          <RangeBar p10={viewsP10} p50={viewsP50} p90={viewsP90} unit="views" top={top} />
        ),
    },
    {
      key: 'priceFen',
      header: t('creators.price'),
      unit: names('unit', 'CNY'),
      width: 150,
      numeric: true,
      sortable: true,
      text: (row) => formatCopied('priceFen', row.priceFen),
      cell: (row) => (row.priceFen === null ? <Unknown why={t('creators.noPrice')} /> : formatFen(row.priceFen)),
    },
    {
      key: 'interactRate',
      header: t('creators.interactRate'),
      unit: '%',
      width: 110,
      numeric: true,
      sortable: true,
      text: (row) => formatCopied('interactRate', row.interactRate),
      cell: (row) => (row.interactRate === null ? <Unknown why={t('creators.noRate')} /> : formatShare(row.interactRate)),
    },
  ]
}

type RateKey = 'cpmFen' | 'cpeFen' | 'authenticity' | 'completeness'

/** Computed from the others; the unit stands under the header. */
function rateColumns(t: Translate, names: Names): Column[] {
  const column = (key: RateKey, unit: string, write: (value: number) => string): Column => ({
    key,
    header: names('field', key),
    unit,
    width: 150,
    numeric: true,
    sortable: true,
    text: (row) => formatCopied(key, row[key]),
    cell: (row) => {
      const value = row[key]
      return value === null ? <Unknown why={t('creators.notInFile')} /> : write(value)
    },
  })
  return [
    column('cpmFen', names('unit', 'CNY'), (fen) => formatFen(Math.round(fen))),
    column('cpeFen', names('unit', 'CNY'), (fen) => formatFen(Math.round(fen))),
    column('authenticity', '%', formatShare),
    column('completeness', '%', formatShare),
  ]
}

function originColumns(t: Translate, names: Names, language: Language): Column[] {
  const sources = (row: CreatorRow) => row.sources.map((source) => nameSource(source)[language]).join(language === 'zh' ? '、' : ', ')
  const filed = (row: CreatorRow) => (row.filed === null ? null : t(row.filed ? 'creators.filed' : 'creators.notFiled'))
  return [
    {
      key: 'priceFormat',
      header: t('creators.priceFormat'),
      width: 130,
      text: (row) => (row.priceFormat === null ? '' : names('format', row.priceFormat)),
      cell: (row) => orUnknown(row.priceFormat && names('format', row.priceFormat), t('creators.notInFile')),
    },
    {
      key: 'filed',
      header: t('creators.filing'),
      width: 100,
      text: (row) => filed(row) ?? '',
      cell: (row) => orUnknown(filed(row), t('creators.notInFile')),
    },
    {
      key: 'categories',
      header: t('creators.categories'),
      width: 190,
      text: (row) => row.categories.join('、'),
      cell: (row) =>
        row.categories.length === 0 ? (
          <Unknown why={t('creators.notInFile')} />
        ) : (
          <span title={row.categories.join('、')}>{row.categories.join('、')}</span>
        ),
    },
    {
      key: 'region',
      header: t('creators.region'),
      width: 110,
      text: (row) => row.region ?? '',
      cell: (row) => orUnknown(row.region, t('creators.notInFile')),
    },
    {
      key: 'mcn',
      header: names('field', 'mcn'),
      width: 140,
      sortable: true,
      text: (row) => row.mcn ?? '',
      cell: (row) => orUnknown(row.mcn, t('creators.notInFile')),
    },
    {
      key: 'sources',
      header: t('passport.source'),
      width: 190,
      text: sources,
      cell: (row) => <span title={sources(row)}>{sources(row)}</span>,
    },
    {
      key: 'observedDay',
      header: t('passport.observedAt'),
      width: 140,
      sortable: true,
      text: (row) => row.observedAt ?? '',
      cell: (row) => orUnknown(formatMoment(row.observedAt), t('creators.notInFile')),
    },
  ]
}

/** The columns of the creators table in their first order. `top` is the right edge of the forecast bars. */
export function useCreatorColumns(top: number): Column[] {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  return useMemo(
    () => [
      ...identityColumns(t, names, language),
      ...numberColumns(t, names, { language, top }),
      ...rateColumns(t, names),
      ...originColumns(t, names, language),
    ],
    [t, names, language, top],
  )
}
