import { say, type Localized } from '../shared/index.ts'

const SOURCE_NAMES: Readonly<Record<string, Localized>> = {
  'xingtu.search': say('Xingtu search', '星图达人搜索'),
  'pugongying.creators': say('Pugongying creators', '蒲公英达人列表'),
  'huitun.creators': say('Huitun creators', '灰豚达人列表'),
  'mediacrawler.xhs.contents': say('MediaCrawler notes', 'MediaCrawler 笔记'),
  'agency.list': say('agency list', '机构提报表'),
  'typed.table': say('typed table', '手工粘贴的表格'),
  typed: say('typed in', '手工录入'),
  contract: say('contract', '合同'),
  none: say('none', '无'),
}

const PROOFS_ZH: Readonly<Record<string, string>> = { proved: '已核实', unproved: '未核实', CNY: '单位元' }

/** What people call a source as imports write it, `xingtu.search price_1_20 (CNY, proved)`; a source nobody has named stays as it is. */
export function nameSource(source: string): Localized {
  const [, id = '', column = '', proofs = ''] = /^(\S+)(?: (.+?))?(?: \(([^()]+)\))?$/.exec(source) ?? []
  const known = Object.hasOwn(SOURCE_NAMES, id) ? SOURCE_NAMES[id] : undefined
  if (known === undefined) return say(source, source)
  const rest = source.slice(id.length)
  // The name of a column in English letters is a key of the export, no word of a Chinese sentence.
  const notes = [...(/^[ -~]*$/.test(column) ? [] : [column]), ...proofs.split(', ').filter((proof) => proof !== '')]
  const zh = notes.map((note) => PROOFS_ZH[note] ?? note).join('，')
  return say(`${known.en}${rest}`, zh === '' ? known.zh : `${known.zh}，${zh}`)
}
