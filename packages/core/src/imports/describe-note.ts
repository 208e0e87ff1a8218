import { readDay, type Localized } from '../shared/index.ts'

/** What a report says about a file as a whole. `{name}` stands for what the file brings. */
const NOTE_SENTENCES = {
  'authors.hashed': {
    en: 'creator_hash is a pseudonym: posts are only attached to accounts already held, by the hash of their id.',
    zh: '“creator_hash”列为匿名代码：仅当已有账号的 ID 哈希与之相同时，内容才关联到该账号。',
  },
  'file.seen_before': {
    en: 'The same file was imported before, at {at}; nothing was changed.',
    zh: '同一文件已于 {at} 导入过；本次未作任何更改。',
  },
  'header.again': {
    en: 'A second header row stands inside the file; rows after it were read under it.',
    zh: '文件中另有一行表头；其后的行按该表头读取。',
  },
  'names.identify': {
    en: 'Rows without an id are known by name only ("name:…"); the same creator under another name will not be recognised.',
    zh: '没有账号编号的行仅以昵称识别；同一达人更名后将无法识别。',
  },
  'observed.by_name': { en: "Observed at {at}: the day in the file's name.", zh: '数据时间为 {at}：取自文件名中的日期。' },
  'observed.by_person': { en: 'Observed at {at}: as said by the person who imports.', zh: '数据时间为 {at}：由导入者填写。' },
  'observed.name_to_come': {
    en: "The day in the file's name, {at}, has not come yet and was not used.",
    zh: '文件名中的日期 {at} 尚未到来，未采用。',
  },
  'observed.unknown': {
    en: 'When this was observed is not known: neither the rows, nor the file name, nor the importer says.',
    zh: '数据时间未知：各行、文件名和导入者均未说明。',
  },
  'prices.lost': {
    en: 'No price was read; these columns may hold some and have names we do not know: {columns}.',
    zh: '未读到任何报价；以下列可能含有报价，但列名无法识别：{columns}。',
  },
  'prices.on_request': {
    en: 'Some prices are on request (面议): they stay unknown.',
    zh: '部分报价为“面议”：按未知处理。',
  },
  'problems.unlisted': {
    en: 'The first {listed} problems are listed; {more} more are only counted.',
    zh: '仅列出前 {listed} 个问题；另有 {more} 个只计数。',
  },
  'sheet.skipped': { en: 'Sheet "{sheet}" is of another kind and was not read.', zh: '工作表“{sheet}”属于其他类型，未读取。' },
  'times.zoneless': { en: 'Stamps without zone were read as Shanghai time.', zh: '未注明时区的时间按上海时间读取。' },
  'unit.stated': {
    en: 'Column "{column}" states its unit: values were multiplied by {scale}.',
    zh: '“{column}”列的表头注明了单位：数值已乘以 {scale}。',
  },
} as const satisfies Readonly<Record<string, Localized>>

export type NoteCode = keyof typeof NOTE_SENTENCES

type Params = Readonly<Record<string, string | number>>

const PARAM = /\{(\w+)\}/g
const fill = (template: string, params: Params) => template.replaceAll(PARAM, (whole, name: string) => String(params[name] ?? whole))

/** A note as reports carry it: its English sentence. */
export const writeNote = (code: NoteCode, params: Params = {}): string => fill(NOTE_SENTENCES[code].en, params)

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const PATTERNS = Object.values(NOTE_SENTENCES).map((sentence) => {
  // Split by a pattern with a group, every other piece is the name of a parameter.
  const pieces = sentence.en.split(PARAM)
  const pattern = pieces.map((piece, at) => (at % 2 === 1 ? `(?<${piece}>.*)` : escape(piece))).join('')
  return { sentence, pattern: new RegExp(`^${pattern}$`, 's') }
})

const MOMENT = /^\d{4}-\d{2}-\d{2}T\S+Z$/

// A person reads Shanghai days; the report itself keeps the moment in UTC. What a file brought is never touched.
const tell = (name: string, value: string) => (name === 'at' && MOMENT.test(value) ? (readDay(value) ?? value) : value)

/** The sentence of a report's note in every language, told from its English; one that is none of ours reads as itself. */
export function describeNote(note: string): Localized {
  for (const { sentence, pattern } of PATTERNS) {
    const params = pattern.exec(note)
    if (params === null) continue
    const told = Object.fromEntries(Object.entries(params.groups ?? {}).map(([name, value]) => [name, tell(name, value)]))
    return { en: fill(sentence.en, told), zh: fill(sentence.zh, told) }
  }
  return { en: note, zh: note }
}
