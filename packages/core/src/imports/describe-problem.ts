import type { Localized } from '../shared/index.ts'

/** What is wrong with a record or one of its cells, in one sentence: what, and how to put it right. */
export const PROBLEM_SENTENCES: Readonly<Record<string, Localized>> = {
  'day.missing': { en: 'The row says no day; fill it in as 2026-11-01.', zh: '此行没有日期；请按 2026-11-01 的格式补上。' },
  'id.erased': {
    en: 'This person was erased on request, and nothing of them is taken in any more.',
    zh: '此人已按要求删除，不再接收其任何数据。',
  },
  'id.lost_digits': {
    en: 'The id was written as a number too long to hold and lost its last digits; export it again with ids as text.',
    zh: '账号编号被写成了过长的数字，末几位已丢失；请重新导出，并把编号保存为文本。',
  },
  'id.missing': {
    en: 'Nothing in the row tells whose it is; fill in the id, the handle or the name.',
    zh: '此行没有可识别的账号；请补上账号编号、平台号或昵称。',
  },
  'id.rounded_by_excel': {
    en: 'A spreadsheet turned the long id into a rounded number; export it again and import the file without opening it first.',
    zh: '表格软件把长编号变成了四舍五入的数字；请重新导出，并在未打开的状态下直接导入。',
  },
  'id.too_long': {
    en: 'The id is longer than any platform’s; a column too many or a missing quotation mark may have moved the cells.',
    zh: '账号编号过长，任何平台都没有这样的编号；可能多了一列或缺少引号，导致单元格错位。',
  },
  'json.unparsable': {
    en: 'The cell should hold JSON and does not; copy it whole from the export.',
    zh: '单元格应为 JSON 但无法解析；请从导出文件中完整复制。',
  },
  'number.not_a_count': { en: 'The cell should hold a whole number of at least 0.', zh: '单元格应为不小于 0 的整数。' },
  'number.not_a_price': { en: 'The cell should hold a sum of money of at least 0.', zh: '单元格应为不小于 0 的金额。' },
  'number.rounded': {
    en: 'A rounded count such as 1.2万 tells nothing of one day’s growth; export the days with whole numbers.',
    zh: '“1.2万”这类约数看不出单日涨粉；请导出完整数字。',
  },
  'number.unparsable': { en: 'The cell should hold a number and cannot be read as one.', zh: '单元格应为数字，但无法识别。' },
  'platform.unknown': { en: 'The platform is missing or one we do not know.', zh: '平台缺失或无法识别。' },
  'price.is_a_range': {
    en: 'The cell holds a range of prices; write the one price that was agreed.',
    zh: '单元格是价格区间；请填写确定的价格。',
  },
  'record.shifted': {
    en: 'The cells do not stand under their headers; a comma or tab too many moved them.',
    zh: '各单元格与表头错位；可能多了逗号或制表符。',
  },
  'record.too_many_cells': {
    en: 'The row has more cells than the header; a comma or tab too many moved them.',
    zh: '此行的单元格多于表头；可能多了逗号或制表符。',
  },
  'share.out_of_range': { en: 'The cell should hold a share between 0 and 100 %.', zh: '单元格应为 0 到 100% 之间的占比。' },
  'shares.unparsable': {
    en: 'The cell should list shares, such as “上海|17.4% 北京|15.2%”, and cannot be read.',
    zh: '单元格应为占比列表，如“上海|17.4% 北京|15.2%”，但无法识别。',
  },
  'time.to_come': {
    en: 'The day or moment has not come yet, so nothing can have been seen or published then; it was not used.',
    zh: '该日期或时间尚未到来，不可能已有数据或发布；未采用。',
  },
  'time.unparsable': { en: 'The cell should hold a day or a moment and cannot be read as one.', zh: '单元格应为日期或时间，但无法识别。' },
  'value.missing': { en: 'The row lacks a value that it cannot be understood without.', zh: '此行缺少必需的值。' },
}

/** The sentence for a problem's code; a code without one reads as itself. */
export function describeProblem(code: string): Localized {
  return PROBLEM_SENTENCES[code] ?? { en: code, zh: code }
}
