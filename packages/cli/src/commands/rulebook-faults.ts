import { ERRORS, type Language, type Refusal } from '@kolibra/core/shared'

/** One sentence for one fault of a rulebook file. */
export function describeFault(fault: { file: string; entry: string | null; field: string | null; problem: string }): string {
  const place = [fault.file, fault.entry === null ? null : `entry ${fault.entry}`, fault.field === null ? null : `field ${fault.field}`]
  return `${place.filter((part) => part !== null).join(', ')}: ${fault.problem}.`
}

const SENTENCES: Readonly<Record<string, (refusal: Refusal) => string>> = {
  'rulebook.doubled_id': ({ entry }) => `entry ${String(entry)}: this id is taken; give every entry and word list an id of its own.`,
  'rulebook.unknown_reference': ({ entry, name }) =>
    `entry ${String(entry)} names "${String(name)}", which is neither a word list nor an entry.`,
  'rulebook.unknown_rule': ({ entry }) => `entry ${String(entry)}: there is no rule of this id; "kolibra rules list" names them.`,
  'rulebook.reason_missing': ({ entry }) => `entry ${String(entry)}: a rule is only disabled with a reason and a name.`,
  'rulebook.invalid': (refusal) => describeFault(faultOf(refusal)),
  'rulebook.unreadable': (refusal) => describeFault(faultOf(refusal)),
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

function faultOf({ file, entry, field, problem }: Refusal) {
  return { file: String(file), entry: textOrNull(entry), field: textOrNull(field), problem: String(problem) }
}

/** One sentence for a refusal of rules that do not hold together. */
export function describeRefusal(refusal: Refusal): string {
  return SENTENCES[refusal.code]?.(refusal) ?? describePackRefusal(refusal, 'en')
}

/** What was wrong with a pack and what to do, with the file, version or key it is about. */
export function describePackRefusal(refusal: Refusal, language: Language): string {
  const known = Object.entries(ERRORS).find(([code]) => code === refusal.code)?.[1]
  if (known === undefined || SENTENCES[refusal.code] !== undefined) return describeRefusal(refusal)
  const data = ['problem', 'file', 'publicKey', 'current'].flatMap((name) => (refusal[name] === undefined ? [] : [String(refusal[name])]))
  const detail = data.length === 0 ? '' : language === 'zh' ? `（${data.join('；')}）` : ` (${data.join('; ')})`
  return `${known.title[language]}${language === 'zh' ? '' : ' '}${known.fix[language]}${detail}`
}
