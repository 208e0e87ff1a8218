import { canonicalJson } from '../shared/index.ts'
import { isBlank } from './is-blank.ts'
import { listFields } from './list-fields.ts'
import { listBriefItems, type BriefItem, type BriefSection } from './list-items.ts'
import type { Brief } from './schema.ts'

/** What happened to one item between two versions; `fields` are the paths that differ, empty where the item came or went. */
export interface BriefChange {
  readonly id: string
  readonly section: BriefSection
  readonly kind: 'added' | 'removed' | 'changed' | 'reweighted'
  readonly fields: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[]
  readonly before: BriefItem | null
  readonly after: BriefItem | null
}

function compareFields(before: BriefItem, after: BriefItem): BriefChange['fields'] {
  const [old, young] = [new Map(listFields(before.content)), new Map(listFields(after.content))]
  const paths = [...new Set([...old.keys(), ...young.keys()])]
  const fields = paths.map((path) => ({ path, before: old.get(path) ?? null, after: young.get(path) ?? null }))
  const weight = { path: 'weight', before: before.weight, after: after.weight }
  return [...fields, weight].filter((field) => canonicalJson(field.before) !== canonicalJson(field.after))
}

function compareItem(before: BriefItem, after: BriefItem): BriefChange[] {
  const fields = compareFields(before, after)
  if (fields.length === 0) return []
  const kind = fields.every(({ path }) => path === 'weight') ? 'reweighted' : 'changed'
  return [{ id: after.id, section: after.section, kind, fields, before, after }]
}

const isEmpty = ({ text }: BriefItem) => text !== null && isBlank(text)

/**
 * What changed from one version to the next, item by item, matched by id: first what came or changed in the order of the form, then
 * what went. `changed` tells each field, `reweighted` that only the weight moved. A line that is empty on both sides never came.
 */
export function diffBriefs(before: Brief, after: Brief): BriefChange[] {
  const old = new Map(listBriefItems(before).map((item) => [item.id, item]))
  const young = listBriefItems(after)
  const kept = new Set(young.map(({ id }) => id))
  const came = young.flatMap((item): BriefChange[] => {
    const was = old.get(item.id)
    if (was !== undefined) return compareItem(was, item)
    return isEmpty(item) ? [] : [{ id: item.id, section: item.section, kind: 'added', fields: [], before: null, after: item }]
  })
  const went = [...old.values()]
    .filter((item) => !kept.has(item.id) && !isEmpty(item))
    .map((item): BriefChange => ({ id: item.id, section: item.section, kind: 'removed', fields: [], before: item, after: null }))
  return [...came, ...went]
}
