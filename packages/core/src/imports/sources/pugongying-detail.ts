import type { DecodedFile } from '../decoded-file.ts'
import { findObjects, type FoundObject } from '../find-objects.ts'
import type { Source, SourceReading, SourceRecord } from '../source.ts'
import { oneStep } from '../steps.ts'
import { DETAIL_COLUMNS, DETAIL_FORMULAS, nameCell, PARTS, PERCENT_SCALES } from './pugongying-detail-table.ts'

type Fields = Readonly<Record<string, unknown>>

/** Keys that only one end-point writes. */
const SIGNATURES: readonly { readonly part: string; readonly keys: readonly string[] }[] = [
  { part: 'notes_rate', keys: ['hundredLikePercent', 'thousandLikePercent', 'videoFullViewRate', 'picture3sViewRate'] },
  { part: 'fans_summary', keys: ['activeFansL28', 'activeFansRate', 'engageFansL30', 'readFansIn30'] },
  { part: 'data_summary', keys: ['estimatePictureCpm', 'estimateVideoCpm', 'pictureReadCost', 'mAccumImpNum', 'responseRate'] },
  { part: 'creator', keys: ['picturePrice', 'videoPrice', 'likeCollectCountInfo'] },
]

const foldName = (part: string) => part.replaceAll('_', '')

/** Which part an object is: by the end-point that stands around it, where its keys leave a choice. */
function partOf({ fields, place }: FoundObject): string {
  const signed = SIGNATURES.find(({ keys }) => keys.some((key) => key in fields))?.part ?? ''
  if (signed !== 'data_summary') return signed
  const named = PARTS.map(({ part }) => part).filter((part) => place.includes(foldName(part)))
  return named.find((part) => part === 'core_data' || part === 'cost_effective') ?? signed
}

const isPart = (fields: Fields) => SIGNATURES.some(({ keys }) => keys.some((key) => key in fields))
const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

// One record per creator: the id stands in the object, around it, or in the query that fetched it.
function readDetail(file: DecodedFile): SourceReading {
  const parts = file.shape === 'table' ? [] : findObjects(file.documents, isPart)
  const ids = parts.map(({ fields, around }) => plain(fields['userId']) || plain(around['userId']))
  const only = [...new Set(ids.filter((id) => id !== ''))]
  const byCreator = new Map<string, Record<string, unknown>>()
  parts.forEach((found, at) => {
    const id = ids[at] === '' && only.length === 1 ? (only[0] ?? '') : (ids[at] ?? '')
    const cells = byCreator.get(id) ?? { 'creator.userId': id === '' ? null : id }
    byCreator.set(id, { ...cellsOf(found), ...cells })
  })
  const records = [...byCreator.values()].map((cells, at): SourceRecord => ({ record: at + 1, cells }))
  const columns = [...new Set(records.flatMap(({ cells }) => Object.keys(cells)))]
  return { records, columns, printed: columns, notes: [], scales: PERCENT_SCALES, fromSheet: false }
}

function cellsOf(found: FoundObject): Fields {
  const part = partOf(found)
  if (part === 'creator') return creatorCells(found.fields)
  const { fields, around } = found
  const axes = {
    business: plain(around['business']),
    dateType: plain(around['dateType']),
    noteType: plain(around['noteType']),
    advertiseSwitch: plain(around['advertiseSwitch']),
  }
  const known = new Set<string>(PARTS.find((each) => each.part === part)?.fields.map(({ key }) => key))
  const inner = typeof fields['pagePercentVo'] === 'object' ? Object.entries(fields['pagePercentVo'] ?? {}) : []
  const entries = [...Object.entries(fields), ...inner.map(([key, value]): [string, unknown] => [`pagePercentVo.${key}`, value])]
  const cells = Object.fromEntries(
    entries
      .filter(([key]) => known.has(key))
      .map(([key, value]) => [nameCell(part, axes, key), typeof value === 'string' ? value.replace(/%$/, '') : value]),
  )
  return { ...cells, ...('fansNum' in fields ? { 'creator.fansCount': fields['fansNum'] } : {}) }
}

function creatorCells(fields: Fields): Fields {
  const plainOnes = Object.entries(fields).filter(([, value]) => plain(value) !== '')
  const { contentTags } = fields
  const tags = contentTags === undefined ? {} : { 'creator.contentTags': listTexts(contentTags).join(',') }
  return { ...Object.fromEntries(plainOnes.map(([key, value]) => [`creator.${nameOf(key)}`, value])), ...tags }
}

// { taxonomy1Tag, taxonomy2Tags }: the words, not the names of the fields.
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : []
}

const nameOf = (key: string) => (key === 'fansNum' ? 'fansCount' : key)

/** Pugongying (蒲公英) creator page, its responses stored as JSON, one or several end-points and queries together. */
export const pugongyingDetail: Source = {
  id: 'pugongying.detail',
  title: { en: 'Pugongying creator page (JSON)', zh: '蒲公英达人主页(JSON)' },
  holds: 'accounts',
  platform: 'xiaohongshu',
  audienceBasis: 'followers',
  columns: DETAIL_COLUMNS,
  formulas: DETAIL_FORMULAS,
  namesIdentify: false,
  recognise: (file) => (file.shape !== 'table' && findObjects(file.documents, isPart).some(({ fields }) => isWhole(fields)) ? 0.95 : 0),
  read: (file) => oneStep(() => readDetail(file)),
}

// A key that another site may use as well is not enough.
function isWhole(fields: Fields): boolean {
  return SIGNATURES.some(({ keys }) => keys.filter((key) => key in fields).length >= 2)
}
