import { say, type Localized, type Refusal } from '@kolibra/core/shared'

interface RulebookFault {
  readonly file: string
  readonly entry: string | null
  readonly field: string | null
  readonly problem: string
  /** Null or left out where only the validator knows what is wrong: its words are passed on. */
  readonly problemZh?: string | null | undefined
}

/** One sentence for one fault of a rulebook file. */
export function describeFault({ file, entry, field, problem, problemZh }: RulebookFault): Localized {
  const place = (named: (entryOrField: string, kind: Localized) => string) =>
    [file, entry === null ? null : named(entry, say('entry', '条目')), field === null ? null : named(field, say('field', '字段'))].filter(
      (part) => part !== null,
    )
  return say(
    `${place((name, kind) => `${kind.en} ${name}`).join(', ')}: ${problem}.`,
    `${place((name, kind) => `${kind.zh} ${name}`).join('，')}：${problemZh ?? `有误（${problem}）`}。`,
  )
}

const SENTENCES: Readonly<Record<string, (refusal: Refusal) => Localized>> = {
  'rulebook.doubled_id': ({ entry }) =>
    say(
      `entry ${String(entry)}: this id is taken; give every entry and word list an id of its own.`,
      `条目 ${String(entry)}：该 id 已被占用；每个条目和词表须有各自的 id。`,
    ),
  'rulebook.unknown_reference': ({ entry, name }) =>
    say(
      `entry ${String(entry)} names "${String(name)}", which is neither a word list nor an entry.`,
      `条目 ${String(entry)} 引用了「${String(name)}」，它既不是词表也不是条目。`,
    ),
  'rulebook.unknown_rule': ({ entry }) =>
    say(
      `entry ${String(entry)}: there is no rule of this id; "kolibra rules list" names them.`,
      `条目 ${String(entry)}：没有这个 id 的规则；可用 "kolibra rules list" 查看。`,
    ),
  'rulebook.reason_missing': ({ entry }) =>
    say(`entry ${String(entry)}: a rule is only disabled with a reason and a name.`, `条目 ${String(entry)}：停用规则须写明原因和经手人。`),
  'rulebook.invalid': (refusal) => describeFault(faultOf(refusal)),
  'rulebook.unreadable': (refusal) => describeFault(faultOf(refusal)),
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

function faultOf({ file, entry, field, problem, problemZh }: Refusal): RulebookFault {
  const place = { file: String(file), entry: textOrNull(entry), field: textOrNull(field) }
  return { ...place, problem: String(problem), problemZh: textOrNull(problemZh) }
}

/** One sentence for a refusal of rules that do not hold together. */
export function describeRefusal(refusal: Refusal): Localized {
  return SENTENCES[refusal.code]?.(refusal) ?? describePackRefusals([refusal])
}

type PackSentence = (refusals: readonly Refusal[], first: Refusal) => Localized

const names = (refusals: readonly Refusal[], comma: string) => refusals.map(({ file }) => String(file)).join(comma)

const PACK_SENTENCES: Readonly<Record<string, PackSentence>> = {
  'pack.unreadable': (_all, { problem }) => ({ en: `it is no rulebook pack: ${String(problem)}.`, zh: `不是规则包：${String(problem)}。` }),
  'pack.unsigned': () => ({ en: 'it is not signed; ask its publisher for a signed one.', zh: '没有签名，请向发布者索取已签名的规则包。' }),
  'pack.unknown_key': (_all, { publicKey }) => ({
    en: `it is signed with ${String(publicKey)}, which nobody here trusts; compare the key with its publisher, then add it to the trusted keys.`,
    zh: `签名公钥 ${String(publicKey)} 不在受信列表中，请与发布者核对后再加入。`,
  }),
  'pack.bad_signature': () => ({
    en: 'it was changed after it was signed; download it again from its publisher.',
    zh: '签名后被改动，请从发布者处重新下载。',
  }),
  'pack.wrong_hash': (all) => ({
    en: `not what was signed: ${names(all, ', ')}; download it again from its publisher.`,
    zh: `与签名时不一致：${names(all, '、')}，请从发布者处重新下载。`,
  }),
  'pack.not_newer': (_all, { version, current }) => ({
    en: `its version ${String(version)} is not newer than ${String(current)}, which is in use.`,
    zh: `版本 ${String(version)} 不比正在使用的 ${String(current)} 新。`,
  }),
  'pack.set_aside_already': (_all, { version }) => ({
    en: `the rulebook of ${String(version)} is set aside already.`,
    zh: `规则库 ${String(version)} 已停用。`,
  }),
  'pack.is_set_aside': (_all, { version }) => ({
    en: `version ${String(version)} is installed and set aside; "kolibra rules use-again ${String(version)}" uses it again.`,
    zh: `版本 ${String(version)} 已安装且已停用，可用 kolibra rules use-again ${String(version)} 恢复。`,
  }),
  'pack.not_set_aside': (_all, { version }) => ({
    en: `the rulebook of ${String(version)} is not set aside.`,
    zh: `规则库 ${String(version)} 未停用。`,
  }),
}

/** Why a pack is refused, in one sentence: of the first code, with all it is about. */
export function describePackRefusals(refusals: readonly Refusal[]): Localized {
  const [first] = refusals
  if (first === undefined) return say('', '')
  return PACK_SENTENCES[first.code]?.(refusals, first) ?? SENTENCES[first.code]?.(first) ?? say(first.code, first.code)
}
