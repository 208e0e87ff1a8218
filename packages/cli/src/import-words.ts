import { say, type Language, type Localized } from '@kolibra/core/shared'

/** The words of import reports. `{name}` stands for what a report brings. */
const WORDS = {
  sure: say(', {share} % sure', '，把握 {share}%'),
  taken: say(
    '{records}: {taken}, {duplicates} repeated, {rejected} rejected; {observations}',
    '{records}：{taken}，重复 {duplicates} 条，未采用 {rejected} 条；{observations}',
  ),
  nothing: say('nothing accepted', '未采用任何数据'),
  series: say('{n} days of series', '逐日数据 {n} 天'),
  column: say('column', '列'),
  unit: say('unit', '单位'),
  state: say('state', '验算'),
  agreed: say('agreed', '吻合'),
  formula: say('formula', '公式'),
  proved: say('proved', '已核实'),
  unproved: say('unproved', '未核实'),
  contradicted: say('contradicted', '验算不符'),
  agreedOf: say('{agreed} of {checked}', '{agreed}/{checked}'),
  untested: say('Unproved, nothing in the file tests them: {columns}', '未核实，文件内没有可验算的数据：{columns}'),
  rest: say('{columns} and {n} more', '{columns}，另有 {n} 列'),
  problems: say('Problems', '问题'),
  problem: say('record {record}: {what}', '第 {record} 条：{what}'),
  problemAt: say('record {record}, {column}: {what}', '第 {record} 条，{column}：{what}'),
  value: say(' It reads "{value}".', '原值为“{value}”。'),
  moreProblems: say('and {n} more; --format json lists all', '另有 {n} 个；--format json 列出全部'),
  note: say('Note: {note}', '说明：{note}'),
  unmapped: say('Columns not used: {columns}', '未使用的列：{columns}'),
  next: say('Next: {steps}', '下一步：{steps}'),
  askUnits: say(
    '{columns}: the numbers contradict their unit, so they are not used; ask for the export with its units stated',
    '{columns}：数值与单位不符，未予使用；请向对方索取注明单位的导出文件',
  ),
  repair: say('correct the rejected records in their file and import it again', '在原文件中更正未采用的记录后重新导入'),
  sayDay: say('say with --observed-on DAY of which day the numbers are', '用 --observed-on DAY 说明数据日期'),
  done: say('nothing to correct', '无需更正'),
} as const satisfies Readonly<Record<string, Localized>>

const COUNTED: Readonly<Record<string, readonly [one: Localized, many: Localized]>> = {
  records: [say('{n} record', '{n} 条记录'), say('{n} records', '{n} 条记录')],
  observations: [say('{n} observation', '{n} 次观测'), say('{n} observations', '{n} 次观测')],
  accounts: [say('{n} account', '达人 {n} 个'), say('{n} accounts', '达人 {n} 个')],
  posts: [say('{n} post', '内容 {n} 条'), say('{n} posts', '内容 {n} 条')],
  comments: [say('{n} comment', '评论 {n} 条'), say('{n} comments', '评论 {n} 条')],
  orders: [say('{n} order', '订单 {n} 笔'), say('{n} orders', '订单 {n} 笔')],
}

type Params = Readonly<Record<string, string | number>>
const fill = (template: string, params: Params) => template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** A word or sentence of an import report. */
export const tellImport = (word: keyof typeof WORDS, language: Language, params: Params = {}): string => fill(WORDS[word][language], params)

/** So many things of one kind; `number` as it is printed. */
export function tellCount(things: string, language: Language, { value, number }: { value: number; number: string }): string {
  const words = COUNTED[things]?.[value === 1 ? 0 : 1] ?? say(`{n} ${things}`, `{n} ${things}`)
  return fill(words[language], { n: number })
}
