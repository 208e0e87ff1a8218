import type { ColumnMap, SeriesLineField } from '../source.ts'
import { makeFlatSource } from './flat-source.ts'

const field = (name: SeriesLineField): ColumnMap => ({ headers: [name], target: { to: 'seriesLine', field: name } })

/** Our own `series.jsonl` (or the same columns in a table): each line says its subject, metric, unit, day, value and source. */
export const kolibraSeries = makeFlatSource({
  id: 'kolibra.series',
  title: { en: 'series.jsonl', zh: 'series.jsonl 时间序列' },
  holds: 'series',
  platform: null,
  audienceBasis: 'followers',
  formulas: [],
  namesIdentify: false,
  reading: {
    columns: [
      { headers: ['day'], target: { to: 'seriesDay' } },
      field('subject'),
      field('metric'),
      field('unit'),
      field('value'),
      field('source'),
      field('observedAt'),
    ],
    required: [['subject'], ['metric'], ['day'], ['value']],
  },
})
