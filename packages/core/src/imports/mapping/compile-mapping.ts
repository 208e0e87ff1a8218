import { accept, refuse, type Outcome, type Refusal } from '../../shared/index.ts'
import { foldHeader, makeColumnFinder } from '../match-columns.ts'
import type { ColumnMap, CommentField, Source, TableReading } from '../source.ts'
import { dropped } from '../sources/column-shapes.ts'
import { COMMENTER_HEADERS } from '../sources/crawler-comments-table.ts'
import { makeFlatSource } from '../sources/flat-source.ts'
import { SOURCES } from '../source-table.ts'
import { deriveFormulas } from './derive-formulas.ts'
import type { MappedColumn, MappedTarget, Mapping } from './mapping-schema.ts'
import { listOtherCurrencies } from './other-currency.ts'

/** The id under which everything that a person's mapping read names its source. */
const sourceIdOf = ({ name, base }: Pick<Mapping, 'name' | 'base'>) => base ?? `mapped.${name}`

/** A mapping as a source that reads like any other. Refused with `import.mapping_misfit` (it cannot tell whose row a row is, or its base is none) or `import.other_currency`. */
export function compileMapping(mapping: Mapping): Outcome<Source, Refusal> {
  if (mapping.base !== null) return extendSource(mapping, mapping.base)
  const missing = listMissing(mapping)
  if (missing.length > 0) return refuse({ code: 'import.mapping_misfit', missing })
  const foreign = listOtherCurrencies(mapping.columns)
  if (foreign.length > 0) return refuse({ code: 'import.other_currency', columns: foreign })
  const columns = [...mapping.columns.map(toColumn), ...(mapping.holds === 'comments' ? listCommenters(mapping.columns) : [])]
  const used = mapping.columns.filter(({ target }) => target.to !== 'dropped')
  return accept(
    makeFlatSource({
      id: sourceIdOf(mapping),
      title: { en: mapping.name, zh: mapping.name },
      holds: mapping.holds,
      platform: mapping.platform,
      audienceBasis: 'followers',
      formulas: deriveFormulas(columns),
      namesIdentify: true,
      ...(mapping.subject === undefined ? {} : { subject: mapping.subject }),
      reading: { columns, required: requirementsOf(used), scales: scalesOf(mapping.columns) },
    }),
  )
}

function extendSource(mapping: Mapping, base: string): Outcome<Source, Refusal> {
  const source = SOURCES.find(({ id }) => id === base)
  if (source?.table === undefined) return refuse({ code: 'import.mapping_misfit', missing: ['base'], base })
  const knows = makeColumnFinder(source.columns)
  // What the source knows stays as it knows it: only the columns it leaves over are the person's to explain.
  const extra = mapping.columns.filter(({ header }) => knows(header) === undefined)
  const foreign = listOtherCurrencies(extra)
  if (foreign.length > 0) return refuse({ code: 'import.other_currency', columns: foreign })
  const columns = [...source.columns, ...extra.map(toColumn)]
  const reading: TableReading = { ...source.table, columns, scales: { ...source.table.scales, ...scalesOf(extra) } }
  const { id, title, holds, platform, audienceBasis, namesIdentify } = source
  const formulas = [...source.formulas, ...deriveFormulas(extra.map(toColumn))]
  return accept(makeFlatSource({ id, title, holds, platform, audienceBasis, formulas, namesIdentify, reading }))
}

// Who wrote a comment is kept as a hash alone: names and faces beside it are given back with no rejected row either.
function listCommenters(columns: readonly MappedColumn[]): ColumnMap[] {
  const mapped = new Set(columns.filter(({ target }) => target.to !== 'dropped').map(({ header }) => foldHeader(header)))
  return dropped('contact data', ...COMMENTER_HEADERS.filter((header) => !mapped.has(foldHeader(header))))
}

const toColumn = ({ header, target }: MappedColumn): ColumnMap => ({ headers: [header], target })

function scalesOf(columns: readonly MappedColumn[]): Record<string, number> {
  return Object.fromEntries(columns.flatMap(({ header, times }) => (times === undefined || times === 1 ? [] : [[header, times]])))
}

/** Whether a column can tell one row's thing from another's. */
function isKey({ holds }: Mapping, target: MappedTarget): boolean {
  if (holds === 'posts') return target.to === 'post' && target.field === 'postId'
  if (holds === 'comments') return target.to === 'comment' && target.field === 'commentId'
  return target.to === 'profileUrl' || (target.to === 'identity' && ['accountId', 'handle', 'displayName'].includes(target.field))
}

/** What a mapping lacks. */
type Lack = 'identity' | 'platform' | 'day' | 'value' | 'subject' | 'post' | 'text'

// A table of days needs a day, a number, and whose it is; an account of a column needs its platform too.
function listMissingOfDays({ subject, platform }: Mapping, targets: readonly MappedTarget[]): Lack[] {
  const has = (to: MappedTarget['to']) => targets.some((target) => target.to === to)
  const namesAccount = targets.some((target) => target.to === 'identity' && target.field === 'accountId')
  return [
    ...(has('seriesDay') ? [] : (['day'] as const)),
    ...(has('series') ? [] : (['value'] as const)),
    ...(subject !== undefined || namesAccount || has('profileUrl') ? [] : (['subject'] as const)),
    ...(namesAccount && platform === null && !has('platform') ? (['platform'] as const) : []),
  ]
}

/**
 * What a mapping still lacks before it can read anything: `identity`, `platform`; of a table of days `day`, `value`, `subject`; of comments the
 * `post` they stand under and their `text`.
 */
export function listMissing(mapping: Mapping): Lack[] {
  if (mapping.base !== null) return []
  const targets = mapping.columns.map(({ target }) => target)
  if (mapping.holds === 'series') return listMissingOfDays(mapping, targets)
  const says = (field: CommentField) => targets.some((target) => target.to === 'comment' && target.field === field)
  const isOfComments = mapping.holds === 'comments'
  const saysPlatform = targets.some(({ to }) => to === 'platform' || (to === 'profileUrl' && mapping.holds === 'accounts'))
  return [
    ...(targets.some((target) => isKey(mapping, target)) ? [] : (['identity'] as const)),
    ...(mapping.platform !== null || (saysPlatform && mapping.holds === 'accounts') ? [] : (['platform'] as const)),
    ...(isOfComments && !says('postId') ? (['post'] as const) : []),
    ...(isOfComments && !says('text') ? (['text'] as const) : []),
  ]
}

// A title line above the header shares no word with it: one key and one more column tell the header row.
function requirementsOf(used: readonly MappedColumn[]): string[][] {
  return used.length > 1
    ? [used.map(({ header }) => header).slice(0, 1), used.map(({ header }) => header).slice(1)]
    : [used.map(({ header }) => header)]
}

/** Whether a header row has every column that the mapping uses: then it is the kind of table the mapping was made for. */
export function fitsHeaders(mapping: Mapping, headers: readonly string[]): boolean {
  const present = new Set(headers.map(foldHeader))
  return mapping.columns.every(({ header, target }) => target.to === 'dropped' || present.has(foldHeader(header)))
}
