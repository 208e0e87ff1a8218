import type { Language, Localized, Refusal } from '@kolibra/core/shared'

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
  return SENTENCES[refusal.code]?.(refusal) ?? describePackRefusals([refusal], 'en')
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
export function describePackRefusals(refusals: readonly Refusal[], language: Language): string {
  const [first] = refusals
  if (first === undefined) return ''
  const tell = PACK_SENTENCES[first.code]
  if (tell !== undefined) return tell(refusals, first)[language]
  return SENTENCES[first.code]?.(first) ?? first.code
}
