import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreatorRow } from '../creators/creator-row.ts'
import type { GridColumn } from '../ui/GridTable.tsx'
import { formatShare } from '../ui/format-number.ts'
import { Unknown } from '../ui/Unknown.tsx'
import { orderByFit } from './order-by-fit.ts'
import { useAllAssessments } from './use-assessments.ts'

const SIGN = { block: '⊘', warn: '!' } as const

interface FitQuestion {
  readonly campaignId: string | null
  readonly isByFit: boolean
}

/**
 * Every row that is loaded held against a campaign, page by page as they come: a column with the fit out of 100 and a sign for what stands in
 * the way, and the rows in their order. `held`: how many rows the order is made of so far; who is not loaded is not in it.
 */
export function useFitColumn(rows: readonly CreatorRow[], { campaignId, isByFit }: FitQuestion) {
  const { t } = useTranslation()
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const { items, isWhole, error } = useAllAssessments(campaignId, ids)
  const ordered = useMemo(() => (isByFit && campaignId !== null ? orderByFit(rows, items) : rows), [rows, items, isByFit, campaignId])
  const columns = useMemo<GridColumn<CreatorRow>[]>(() => {
    if (campaignId === null) return []
    const found = new Map(items.map((item) => [item.creatorId, item]))
    const scoreOf = (id: string) => found.get(id)?.fit.score ?? null
    const why = (id: string) => (found.has(id) || isWhole ? t('fit.nothing') : t('ui.loading'))
    const signOf = (id: string) =>
      (['block', 'warn'] as const).find((level) => found.get(id)?.conflicts.some(({ severity }) => severity === level))
    return [
      {
        key: 'fit',
        header: t('fit.title'),
        // The evidence stands with it: the order draws a fit with little of it towards the middle.
        unit: t('fit.outOf'),
        copiedUnit: '0–100',
        width: 150,
        numeric: true,
        sortable: true,
        text: ({ id }) => (scoreOf(id) === null ? '' : String(Math.round(100 * (scoreOf(id) ?? 0)))),
        cell: ({ id }) => {
          const [score, level] = [scoreOf(id), signOf(id)]
          return (
            <>
              {level && <span title={t(`severity.${level}`)}>{SIGN[level]} </span>}
              {score === null ? (
                <Unknown why={why(id)} />
              ) : (
                `${Math.round(100 * score)} · ${formatShare(found.get(id)?.fit.completeness ?? 0)}`
              )}
            </>
          )
        },
      },
    ]
  }, [t, items, isWhole, campaignId])
  return { columns, rows: ordered, held: items.length, error }
}
