import { canonicalJson } from '../shared/index.ts'
import { BRIEF_SECTIONS, NAME_FIELDS, REVIEW_FIELDS, type BriefSection } from './list-items.ts'
import { BRIEF_LANGUAGES, type Brief } from './schema.ts'
import { isGroup, isItems, setAt, type Item } from './set-at.ts'

/** One field that two people wrote differently since `base`. `path` leads to it, through the ids of items; null on a side: struck there. */
export interface BriefClash {
  readonly path: readonly string[]
  readonly section: BriefSection
  /** The field below its item, `text.zh`; '' where a whole item was struck on one side. */
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
}

/** What two people made of one text, and the text both started from. */
export interface TwoBriefs {
  readonly base: Brief
  readonly mine: Brief
  readonly theirs: Brief
}

type Group = Readonly<Record<string, unknown>>
interface Three {
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}
interface Merged {
  readonly value: unknown
  readonly clashes: readonly { readonly path: readonly string[]; readonly mine: unknown; readonly theirs: unknown }[]
}

// Which languages are wanted is asked beside the clocks.
const REVIEW: readonly string[] = [...REVIEW_FIELDS, 'languages']
const NAMES: readonly string[] = NAME_FIELDS
const LANGUAGES: readonly string[] = BRIEF_LANGUAGES

const isItem = (value: unknown) => isItems([value])
const isSame = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)

function mergeGroups(three: { base: Group; mine: Group; theirs: Group }, path: readonly string[]): Merged {
  const names = [...new Set([...Object.keys(three.mine), ...Object.keys(three.theirs)])]
  const parts = names.map((name) => {
    const part = { base: three.base[name], mine: three.mine[name], theirs: three.theirs[name] }
    return [name, mergeValue(part, [...path, name])] as const
  })
  const told = parts.filter(([, { value }]) => value !== undefined)
  return {
    value: Object.fromEntries(told.map(([name, { value }]) => [name, value])),
    clashes: parts.flatMap(([, { clashes }]) => clashes),
  }
}

// Their order, then what only I have: an item is found by its id, wherever it was moved.
function mergeItems(three: { base: readonly Item[]; mine: readonly Item[]; theirs: readonly Item[] }, path: readonly string[]): Merged {
  const ids = [...new Set([...three.theirs, ...three.mine].map(({ id }) => id))]
  const find = (items: readonly Item[], id: string) => items.find((item) => item.id === id)
  const parts = ids.map((id) =>
    mergeValue({ base: find(three.base, id), mine: find(three.mine, id), theirs: find(three.theirs, id) }, [...path, id]),
  )
  return { value: parts.map(({ value }) => value).filter((value) => value !== undefined), clashes: parts.flatMap(({ clashes }) => clashes) }
}

function mergeValue({ base, mine, theirs }: Three, path: readonly string[]): Merged {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { value: mine, clashes: [] }
  if (isSame(mine, base)) return { value: theirs, clashes: [] }
  if (isItems(mine) && isItems(theirs)) return mergeItems({ base: isItems(base) ? base : [], mine, theirs }, path)
  if (isGroup(mine) && isGroup(theirs)) return mergeGroups({ base: isGroup(base) ? base : {}, mine, theirs }, path)
  // Who struck an item that the other rewrote is asked; until then the words stay.
  return { value: mine ?? theirs, clashes: [{ path, mine: mine ?? null, theirs: theirs ?? null }] }
}

function nameClash({ path, mine, theirs }: Merged['clashes'][number]): BriefClash {
  const [first = '', ...rest] = path
  const side = { path, mine, theirs }
  if (REVIEW.includes(first)) return { ...side, section: 'review', field: first }
  if (NAMES.includes(first)) return { ...side, section: 'names', field: first }
  const section = BRIEF_SECTIONS.find((name) => name === first) ?? 'background'
  const isList = isItem(mine) || isItem(theirs)
  if (section === 'disclosure') return { ...side, section, field: isList ? '' : rest.slice(rest[0] === 'platforms' ? 2 : 0).join('.') }
  const isSentence = LANGUAGES.includes(rest[0] ?? '') && rest.length === 1
  if (isSentence && !isList) return { ...side, section, field: `text.${rest[0]}` }
  return { ...side, section, field: isList ? '' : rest.slice(1).join('.') }
}

/**
 * Puts two people's changes of one brief together, field by field: what only one changed is theirs to change, what both wrote
 * differently is a clash and stays mine until somebody decides. Lists of items are matched by id; a list of words is one field.
 */
export function mergeBriefs({ base, mine, theirs }: TwoBriefs): { readonly brief: Brief; readonly clashes: readonly BriefClash[] } {
  const { value, clashes } = mergeGroups({ base, mine, theirs }, [])
  return { brief: value as Brief, clashes: clashes.map(nameClash) }
}

/** The merged brief with their side of a clash in the place of mine; an item they struck goes. */
export function takeTheirs(brief: Brief, { path, theirs }: BriefClash): Brief {
  return setAt(brief, path, theirs) as Brief
}
