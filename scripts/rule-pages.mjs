// One page per file of the rulebook: every entry with source, days, penalty and examples, in English and Chinese.

const OUTCOME_ZH = { block: '禁止', error: '错误', warn: '警告', review: '人工复核', info: '提示' }
const FOLDERS = {
  law: ['Law', '法律法规'],
  platform: ['Platforms', '平台规则'],
  culture: ['Culture', '文化与禁忌'],
}

// A page that stands on many sources is known by its subject.
const SUBJECTS = {
  'platform/contacts.yaml': 'Contact details when the platform is not known 平台未明时的联系方式',
  'culture/days-of-mourning.yaml': 'Days of mourning 哀悼与纪念日',
  'culture/history.yaml': 'Wounds of history 历史伤痛',
  'culture/places.yaml': 'Maps and names of places 地图与地名',
  'culture/language.yaml': 'Language 语言文字',
  'culture/society.yaml': 'Faiths, peoples, society 宗教、民族与社会',
  'culture/customs.yaml': 'Customs and taboos 习俗与忌讳',
}

const escape = (text) => String(text).replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
const known = (value) => (value === null ? 'not recorded 未记录' : escape(value))
const address = ({ title, url }) => (url === null ? escape(title) : `[${escape(title)}](${url})`)

/** Groups entries by the file they stand in: `law/price.yaml` → `law-price.md`. */
export function namePage(file) {
  return `${file.replace(/\.ya?ml$/, '').replaceAll(/[/\\]/g, '-')}.md`
}

function writeSource({ source }) {
  const parts = [address(source), source.number, source.article].filter((part) => part !== null)
  return `${parts.join(' · ')}${source.url === null ? ' · address not recorded 网址未记录' : ''}`
}

function writeDays({ validFrom, validTo, validFromConfidence, announcedOn }) {
  const from = validFrom ?? 'start not recorded 起始日未记录'
  const announced = announcedOn === null ? '' : `; announced 公布 ${announcedOn}`
  return `${from} – ${validTo ?? 'open 至今'} (${escape(validFromConfidence)})${announced}`
}

const values = (list) => (list[0] === '*' ? 'all 全部' : list.join(', '))

function writeReach({ appliesTo, jurisdiction }) {
  const { who, categories, platforms, formats } = appliesTo
  return [
    `who 对象: ${who.map(escape).join(', ')}`,
    `categories 品类: ${values(categories)}`,
    `platforms 平台: ${values(platforms)}`,
    `formats 形式: ${values(formats)}`,
    ...(jurisdiction === 'CN' ? [] : [`holds in 适用地区: ${jurisdiction}`]),
  ].join('; ')
}

function writeExample({ text, facts, at, why }) {
  const given = Object.keys(facts).length === 0 ? '' : ` \`${JSON.stringify(facts)}\``
  const day = at === undefined ? '' : ` (${at})`
  return `- ${text === '' ? '—' : escape(text)}${given}${day}${why === undefined ? '' : ` — ${escape(why)}`}`
}

function writeExamples({ examples }) {
  const lists = [
    ['Passes 合规', examples.valid],
    ['Is flagged 不合规', examples.invalid],
    ['Known misses 已知漏判', examples.todo],
  ]
  return lists.filter(([, list]) => list.length > 0).flatMap(([title, list]) => [`${title}:`, '', ...list.map(writeExample), ''])
}

function writeEntry(entry) {
  const { id, kind, title, requirement, outcome, source, penalty, fix, exempts, exemptions, supersedes, notes, status } = entry
  const judged = exempts.length > 0 ? 'exemption 豁免' : kind === 'fact' ? 'fact 事实' : `${outcome} ${OUTCOME_ZH[outcome]}`
  const rows = [
    ['Outcome 处理', judged],
    ['In force 有效期', writeDays(entry)],
    ['Applies to 适用', writeReach(entry)],
    ['Source 来源', writeSource(entry)],
    ['Last checked 最近核对', `${known(source.checkedOn)} (${source.readKind})`],
    [
      'Penalty 罚则',
      [known(penalty), entry.penaltyZh]
        .filter((part) => part !== null)
        .map(escape)
        .join(' '),
    ],
    ['What to do 改法', `${escape(fix.en)} ${escape(fix.zh)}`],
    ['Exempts from 豁免', exempts.map((one) => `\`${one}\``).join(', ')],
    ['Lets pass 不受限情形', exemptions.map((one) => `${escape(one.en)} ${escape(one.zh)}`).join('; ')],
    ['Takes the place of 取代', supersedes.map((one) => `\`${one}\``).join(', ')],
    ['Status 状态', status === 'in_force' ? '' : status],
    [
      'Notes 备注',
      [notes, entry.notesZh]
        .filter((part) => part != null)
        .map(escape)
        .join(' '),
    ],
  ]
  return [
    `## ${id}`,
    '',
    `**${escape(title.en)}** · **${escape(title.zh)}**`,
    '',
    escape(requirement.en),
    '',
    escape(requirement.zh),
    '',
    '| | |',
    '|---|---|',
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${value} |`),
    '',
    ...writeExamples(entry),
  ].join('\n')
}

const sourcesOf = (entries) => [...new Set(entries.map(({ source }) => source.title))]

/** The page of one file of the rulebook. */
export function writePage({ file, entries }) {
  return [
    `# ${SUBJECTS[file] ?? sourcesOf(entries).map(escape).join(' · ')}`,
    '',
    'Generated from `rulebook/` by `npm run generate`; do not edit. Engineering, not legal advice. 本页由规则数据生成，请勿手改；仅为工程整理，不构成法律意见。',
    '',
    `[All rules 全部规则](README.md)`,
    '',
    ...entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(writeEntry),
  ].join('\n')
}

/** The list of pages for the index, by folder. */
export function writePageList(pages) {
  return Object.entries(FOLDERS).flatMap(([folder, [en, zh]]) => {
    const own = pages.filter(({ file }) => file.startsWith(`${folder}/`))
    if (own.length === 0) return []
    const lines = own.map(({ file, entries }) => {
      const titles = sourcesOf(entries)
      const named = titles.length > 2 ? `${titles.slice(0, 2).join('、')} …` : titles.join('、')
      return `- [${SUBJECTS[file] ?? escape(named)}](${namePage(file)}) (${entries.length})`
    })
    return [`### ${en} ${zh}`, '', ...lines, '']
  })
}
