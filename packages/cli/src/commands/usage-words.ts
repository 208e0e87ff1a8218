import { say, type Localized } from '@kolibra/core/shared'

type Words = readonly string[]

/** What is wrong with a command line of rules, lint, import and brief, and what to write instead. */
export const USAGE = {
  ruleVerb: (verbs: Words) => say(`say what to do: ${verbs.join(', ')}.`, `请写明要做什么：${verbs.join('、')}。`),
  ruleStray: (verb: string, word: string) =>
    say(`rules ${verb} does not know what to do with "${word}".`, `rules ${verb} 不接受多余的「${word}」。`),
  ruleId: say('name the entry to show, for example ad-law.art09-3.', '请写明要查看的条目，例如 ad-law.art09-3。'),
  noRule: (id: string) =>
    say(
      `the rulebook has no entry "${id}"; "kolibra rules list" names them.`,
      `规则库中没有条目「${id}」；可用 "kolibra rules list" 查看。`,
    ),
  twoRulebooks: say(
    'name two rulebooks to compare, for example: shipped 2026-12-05.',
    '请写明要比较的两个规则库，例如：shipped 2026-12-05。',
  ),
  twoDays: say('give --from and --to, two days like 2026-01-01.', '请给出 --from 和 --to 两个日期，例如 2026-01-01。'),
  daysTurned: (from: string, to: string) =>
    say(`--from ${from} is after --to ${to}; give the earlier day first.`, `--from ${from} 晚于 --to ${to}；请把较早的日期写在前面。`),
  noRulebook: (name: string) =>
    say(
      `"${name}" is neither "shipped", an installed version, a pack file nor a folder.`,
      `「${name}」既不是 shipped，也不是已安装的版本、规则包文件或文件夹。`,
    ),
  packToInstall: say(
    'name the pack to install, for example rulebook-2026-12-05.yaml.',
    '请写明要安装的规则包，例如 rulebook-2026-12-05.yaml。',
  ),
  noKeys: (place: string) =>
    say(
      `there is no list of trusted keys "${place}"; write one ("- { name: …, publicKey: … }") or name it with --keys.`,
      `没有受信公钥列表「${place}」；请新建（"- { name: …, publicKey: … }"）或用 --keys 指定。`,
    ),
  oddKeys: (place: string, problem: string) =>
    say(`${place} is no list of trusted keys: ${problem}.`, `${place} 不是受信公钥列表（${problem}）。`),
  packWants: say(
    'name the folder to pack, and give --version, --publisher and --key.',
    '请写明要打包的文件夹，并给出 --version、--publisher 和 --key。',
  ),
  packVersion: (version: string) =>
    say(
      `--version "${version}" is not a day like 2026-12-05, with a number like 2026-12-05.2 for a second one.`,
      `--version「${version}」须为 2026-12-05 这样的日期；同日第二版写作 2026-12-05.2。`,
    ),
  noPrivateKey: (file: string) =>
    say(
      `${file} holds no private Ed25519 key in PEM; "openssl genpkey -algorithm ed25519" makes one.`,
      `${file} 中没有 PEM 格式的 Ed25519 私钥；可用 "openssl genpkey -algorithm ed25519" 生成。`,
    ),
  noYaml: (folder: string) => say(`there is no .yaml file in the folder "${folder}".`, `文件夹「${folder}」中没有 .yaml 文件。`),
  asideWants: say(
    'a pack is only set aside with a reason and a name: give --reason and --by.',
    '停用规则包须写明原因和经手人：请给出 --reason 和 --by。',
  ),
  packName: say('name the version of an installed pack, for example 2026-12-05.', '请写明已安装规则包的版本，例如 2026-12-05。'),
  notInstalled: (version: string, folder: string, installed: Words) =>
    say(
      `no rulebook ${version} is installed in ${folder}; ${installed.length === 0 ? 'none is' : `installed are ${installed.join(', ')}`}.`,
      `${folder} 中未安装规则库 ${version}；${installed.length === 0 ? '尚未安装任何版本' : `已安装：${installed.join('、')}`}。`,
    ),
  asideUnreadable: (file: string) =>
    say(
      `${file} cannot be read; mend it, or take it away to use every installed pack again.`,
      `无法读取 ${file}；请修复，或移走该文件以恢复全部已安装的规则包。`,
    ),
  rulebookGone: say(
    'the folder rulebook/ that belongs to this program is gone; check out the repository again.',
    '本程序自带的 rulebook/ 文件夹不见了；请重新检出代码库。',
  ),
  rulebookFaulty: say('the rulebook does not hold together.', '规则库前后不一致。'),
  installedFaulty: (version: string, fault: Localized) =>
    say(`the installed rulebook ${version}: ${fault.en}`, `已安装的规则库 ${version}：${fault.zh}`),
  of: (name: string, fault: Localized) => say(`${name}: ${fault.en}`, `${name}：${fault.zh}`),
  noneOf: (option: string, said: string, allowed: Words) =>
    say(`${option} "${said}" is none of: ${allowed.join(', ')}.`, `${option} 须为 ${allowed.join('、')} 之一，而不是「${said}」。`),
  draftFile: say('name a file to check, or - for standard input.', '请写明要检查的文件，或用 - 表示标准输入。'),
  importFile: say('name at least one file, or - for standard input.', '请至少写明一个文件，或用 - 表示标准输入。'),
  importSource: (said: string, sources: Words) =>
    say(
      `--source is auto or one of ${sources.join(', ')}, not "${said}".`,
      `--source 须为 auto 或 ${sources.join('、')} 之一，而不是「${said}」。`,
    ),
  outEmpty: say('--out is the name of a folder, and it is empty.', '--out 须为文件夹名，不能为空。'),
  noPlace: (folder: string, code: string) =>
    say(`cannot write into "${folder}" (${code}); choose another --out.`, `无法写入「${folder}」（${code}）；请换一个 --out。`),
  briefCheck: say('write: kolibra brief check BRIEF.yaml', '请写：kolibra brief check BRIEF.yaml'),
  wordIntoFile: say('a Word document goes into a file: add --out BRIEF.docx.', 'Word 文档须写入文件：请加上 --out BRIEF.docx。'),
  fileThere: (name: string) => say(`"${name}" is there already; name another file.`, `文件「${name}」已存在；请换一个文件名。`),
  fileUnwritable: (name: string) => say(`cannot write "${name}"; check its folder.`, `无法写入「${name}」；请检查其所在文件夹。`),
} as const
