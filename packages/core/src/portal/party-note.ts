import type { PartyRole } from '../accounts/index.ts'
import { addDays, formatTimes, groupBy, isDay, say, shanghaiClock, shanghaiDay, type Language, type Localized } from '../shared/index.ts'
import type { NoteRhythm } from './note-rhythm.ts'
import { NOTE_EVENTS, NOTE_TURNS, RUNNING_ROLES, type NoteReach } from './note-table.ts'
import { TURN_KINDS, type TurnKind, type TurnSide } from './turn.ts'
import { tellDue, tellMoment } from './write-message.ts'

/** Characters that a note may have. */
export const LONGEST_NOTE = 5000
/** Characters that what a party answers to a note may have. */
export const LONGEST_NOTE_ANSWER = 2000
/** How a note leaves: by the channels of who acts for the party, or copied into a chat. */
export const NOTE_WAYS = ['channel', 'copied'] as const
/** One of NOTE_WAYS. */
export type NoteWay = (typeof NOTE_WAYS)[number]

/** To whom a note is written; `name` null where it is not known, `url` null where no link opens. */
export interface NoteReader {
  readonly id: string
  readonly role: PartyRole
  readonly name: string | null
  /** The parties whose work goes through this one: the creators of an MCN. */
  readonly ownIds: readonly string[]
  readonly url: string | null
}

/** What a note is generated from. `partyId` is the party that an event or a turn is about; null: none in particular. */
export interface NoteFacts {
  readonly campaignName: string
  readonly deskName: string
  /** Moment of the last note to this party; null: the first. */
  readonly since: string | null
  readonly happened: readonly { readonly name: string; readonly partyId: string | null }[]
  readonly open: readonly {
    readonly kind: TurnKind
    readonly whose: TurnSide
    readonly partyId: string | null
    readonly due: string | null
    readonly count: number
  }[]
}

const SIDES: Readonly<Record<Exclude<TurnSide, 'desk'>, Localized>> = {
  brand: say('the brand', '品牌方'),
  agency: say('the agency', '代理商'),
  mcn: say('the MCN', 'MCN'),
  creator: say('the creators', '达人'),
}
const YOU: Localized = say('you', '你方')

/** Whether a line of this reach, about a party or none, is told to a reader. */
export function isToldTo(
  { id, role, ownIds }: Pick<NoteReader, 'id' | 'role' | 'ownIds'>,
  reach: NoteReach,
  aboutId: string | null,
): boolean {
  if (reach === 'all' || aboutId === id) return true
  if (reach === 'own') return false
  return RUNNING_ROLES.includes(role) || (aboutId !== null && ownIds.includes(aboutId))
}

function tellDecided(reader: NoteReader, happened: NoteFacts['happened'], language: Language): string[] {
  const told = happened.filter(({ name, partyId }) => {
    const rule = NOTE_EVENTS[name]
    return rule !== undefined && isToldTo(reader, rule.reach, partyId)
  })
  const counts = groupBy(told, ({ name }) => NOTE_EVENTS[name]?.text[language] ?? name)
  const order = [...new Set(Object.values(NOTE_EVENTS).map(({ text }) => text[language]))]
  return order.flatMap((text) => (counts.has(text) ? [`· ${text}${formatTimes(counts.get(text)?.length ?? 0)}`] : []))
}

const tellBy = (due: string, language: Language) => {
  if (language === 'zh') return tellDue(due)
  return `by ${isDay(due) ? due : shanghaiClock(due)}`
}

function tellOpen(reader: NoteReader, { open, deskName }: Pick<NoteFacts, 'open' | 'deskName'>, language: Language): string[] {
  const isYours = ({ whose, partyId }: NoteFacts['open'][number]) => whose === reader.role && (partyId === null || partyId === reader.id)
  const told = open.filter(({ kind, partyId }) => {
    const rule = NOTE_TURNS[kind]
    return rule !== undefined && isToldTo(reader, rule.reach, partyId)
  })
  const rank = (turn: NoteFacts['open'][number]) => (isYours(turn) ? 0 : TURN_KINDS.length) + TURN_KINDS.indexOf(turn.kind)
  const inOrder = told.toSorted((one, other) => rank(one) - rank(other) || (one.whose < other.whose ? -1 : Number(one.whose > other.whose)))
  return [...groupBy(inOrder, (turn) => `${rank(turn)} ${turn.whose}`).values()].flatMap((own) => {
    const [first] = own
    const rule = first === undefined ? undefined : NOTE_TURNS[first.kind]
    if (first === undefined || rule === undefined) return []
    const who = isYours(first) ? YOU[language] : first.whose === 'desk' ? deskName : SIDES[first.whose][language]
    const soonest = own
      .flatMap(({ due }) => due ?? [])
      .toSorted()
      .at(0)
    const count = own.reduce((sum, turn) => sum + turn.count, 0)
    const by = soonest === undefined ? '' : `${language === 'zh' ? '，' : ', '}${tellBy(soonest, language)}`
    return [`· ${rule.text[language]}${formatTimes(count)}${language === 'zh' ? '：' : ': '}${who}${by}`]
  })
}

const dayOf = (moment: string) => shanghaiDay(Date.parse(moment))

const WORDS = {
  zh: {
    hello: ({ name }: NoteReader, { deskName, campaignName, since }: NoteFacts) =>
      `${name === null ? '你好' : `${name} 你好`}，${deskName}同步「${campaignName}」${since === null ? '目前' : `${tellMoment(dayOf(since))}以来`}的进展：`,
    decided: '已确定',
    open: '待处理',
    none: '· 暂无',
    answer: '有疑问或补充，直接说是 brief 的哪一条，会记在那一条下面。',
  },
  en: {
    hello: ({ name }: NoteReader, { deskName, campaignName, since }: NoteFacts) =>
      `Hello${name === null ? '' : ` ${name}`}, ${deskName} on "${campaignName}"${since === null ? '' : ` since ${dayOf(since)}`}:`,
    decided: 'Decided',
    open: 'Open',
    none: '· nothing',
    answer: 'Questions or additions: say which line of the brief they are on, and they are kept there.',
  },
} as const

/** The note to one party, ready to be edited: what was decided since the last, what is open, and whose turn it is; their own turns first. */
export function writePartyNote(reader: NoteReader, facts: NoteFacts, language: Language): string {
  const words = WORDS[language]
  const decided = tellDecided(reader, facts.happened, language)
  const open = tellOpen(reader, facts, language)
  const orNone = (lines: readonly string[]) => (lines.length === 0 ? [words.none] : lines)
  const parts = [words.hello(reader, facts), '', words.decided, ...orNone(decided), '', words.open, ...orNone(open), '', words.answer]
  return [...parts, ...(reader.url === null ? [] : [reader.url])].join('\n')
}

/** The Shanghai day by which the next note to a party is due; null while nothing was sent that a note could tell of. */
export function nextNoteDay({
  lastAt,
  sentAt,
  everyDays,
}: NoteRhythm & { readonly lastAt: string | null; readonly sentAt: string | null }): string | null {
  const from = lastAt ?? sentAt
  return from === null ? null : addDays(dayOf(from), everyDays)
}
