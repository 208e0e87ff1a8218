import type { Cell } from '@kolibra/core/imports'
import { isDateFormat } from 'hucre'

import { toCell } from './to-cell.ts'
import { OddWorkbook } from './odd-workbook.ts'
import type { Parts } from './read-parts.ts'
import { readSharedStrings } from './read-shared-strings.ts'
import { readTags, type Tag } from './read-tags.ts'

/** What the cells of a workbook refer to, and where its visible sheets stand. */
export interface OpenWorkbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly sharedStrings: readonly Cell[]
  /** By style index: whether a number under it is a date. */
  readonly isDate: readonly boolean[]
  readonly is1904: boolean
}

const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** Opens a workbook laid out as Excel, WPS and the exporting platforms do: its parts under `xl/`. */
export function openWorkbook(parts: Parts): OpenWorkbook {
  const tags = readTags(needText(parts, 'xl/workbook.xml'), ['workbookPr', 'sheet'])
  const relations = new Map(
    readTags(needText(parts, RELATIONS), ['Relationship']).map(({ attributes }) => [attributes['Id'] ?? '', attributes]),
  )
  const partOf = (kind: string) => [...relations.values()].find(({ Type }) => Type?.endsWith(`/${kind}`) === true)?.['Target']
  const sharedStrings = partOf('sharedStrings')
  const styles = partOf('styles')
  const date1904 = tags.find(({ name }) => name === 'workbookPr')?.attributes['date1904']
  return {
    sheets: listSheets(tags, relations),
    sharedStrings: sharedStrings === undefined ? [] : readStrings(parts, resolveTarget(sharedStrings)),
    isDate: styles === undefined ? [] : readDateStyles(needText(parts, resolveTarget(styles))),
    is1904: date1904 === '1' || date1904 === 'true',
  }
}

// Each name once: a damaged or hostile workbook may name one sheet a thousand times.
function listSheets(tags: readonly Tag[], relations: ReadonlyMap<string, Tag['attributes']>): OpenWorkbook['sheets'] {
  const parts = new Map<string, string>()
  for (const { attributes } of tags.filter(isVisibleSheet)) {
    const name = attributes['name'] ?? ''
    if (!parts.has(name)) parts.set(name, resolveTarget(relations.get(attributes['r:id'] ?? '')?.['Target']))
  }
  return [...parts].map(([name, part]) => ({ name, part }))
}

function isVisibleSheet({ name, isEnd, attributes }: Tag): boolean {
  return name === 'sheet' && !isEnd && (attributes['state'] ?? 'visible') === 'visible'
}

function needText(parts: Parts, name: string): string {
  const bytes = parts.read(name)
  if (bytes === null) throw new OddWorkbook(`no ${name}`)
  return bytes.toString('utf8')
}

function readStrings(parts: Parts, name: string): Cell[] {
  const bytes = parts.read(name)
  if (bytes === null) throw new OddWorkbook(`no ${name}`)
  return readSharedStrings(bytes).map(toCell)
}

function resolveTarget(target: string | undefined): string {
  if (target === undefined || target.includes('..')) throw new OddWorkbook('a part out of its folder')
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** A style is a date when its number format is one, its own or one of the numbered ones that every workbook has. */
function readDateStyles(xml: string): boolean[] {
  const formats = new Map<string, string>()
  const styles: boolean[] = []
  let isInCells = false
  for (const { name, isEnd, attributes } of readTags(xml, ['numFmts', 'numFmt', 'cellXfs', 'xf', 'dxfs'])) {
    // Formats of conditional styles number themselves anew.
    if (name === 'dxfs') break
    if (name === 'cellXfs') isInCells = !isEnd
    if (name === 'numFmt') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
    if (name !== 'xf' || isEnd || !isInCells) continue
    const id = attributes['numFmtId'] ?? '0'
    styles.push(isDateFormat(formats.get(id) ?? id))
  }
  return styles
}
