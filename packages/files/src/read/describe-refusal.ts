import type { Localized, Refusal } from '@kolibra/core/shared'

type Sentence = (refusal: Refusal) => Localized

const BYTES_PER_MB = 1024 * 1024

/** One sentence per code: what, where, how to put it right. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'file.empty': ({ file }) => ({
    en: `${file} holds no rows; export it again and check the date range and filters.`,
    zh: `${file} 中没有任何数据；请检查筛选条件和日期范围后重新导出。`,
  }),
  'file.missing': ({ file }) => ({
    en: `There is no file ${file} at this path; check the path and its spelling.`,
    zh: `找不到文件 ${file}；请检查路径和文件名。`,
  }),
  'file.no_permission': ({ file }) => ({
    en: `This system does not let us read ${file}; change its permissions or copy it to another folder.`,
    zh: `没有读取 ${file} 的权限；请修改文件权限或复制到其他文件夹。`,
  }),
  'file.is_folder': ({ file }) => ({
    en: `${file} is a folder; name the files inside it instead.`,
    zh: `${file} 是文件夹；请指定其中的文件。`,
  }),
  'file.too_large': ({ file, bytes, limitBytes }) => ({
    en: `${file} has ${formatMb(bytes)} MB, and at most ${formatMb(limitBytes)} MB are read; split the export into parts.`,
    zh: `${file} 大小为 ${formatMb(bytes)} MB，超过 ${formatMb(limitBytes)} MB 上限；请拆分后再导入。`,
  }),
  'file.encrypted': ({ file }) => ({
    en: `${file} is protected by a password; open it in Excel or WPS, remove the password and save it again.`,
    zh: `${file} 设有密码；请在 Excel 或 WPS 中取消密码后重新保存。`,
  }),
  'file.old_xls': ({ file }) => ({
    en: `${file} is an Excel file of a kind before Excel 97, or damaged; open it in Excel or WPS and save it as .xlsx or CSV.`,
    zh: `${file} 是 Excel 97 之前的旧格式，或已损坏；请在 Excel 或 WPS 中另存为 .xlsx 或 CSV。`,
  }),
  'file.truncated': ({ file }) => ({
    en: `${file} is cut off or damaged; download or export it again.`,
    zh: `${file} 不完整或已损坏；请重新下载或导出。`,
  }),
  'file.zip_bomb': ({ file }) => ({
    en: `${file} would unpack to far more data than a workbook holds and was not opened; save the sheet as CSV, or split it.`,
    zh: `${file} 解压后的数据量远超正常表格，未予打开；请另存为 CSV 或拆分。`,
  }),
  'file.not_recognised': ({ file, looksLike }) => ({
    en: `${file} is in a format we do not know${looksLike === undefined ? '' : ` (${looksLike})`}; export it as CSV, .xlsx or JSON.`,
    zh: `无法识别 ${file} 的格式${looksLike === undefined ? '' : `（${looksLike}）`}；请导出为 CSV、.xlsx 或 JSON。`,
  }),
  'file.not_workbook': ({ file, looksLike }) => ({
    en: `${file} is an archive (${looksLike}) and no .xlsx workbook; unpack it and import the files inside, or save it as .xlsx.`,
    zh: `${file} 是压缩包（${looksLike}），不是 .xlsx 工作簿；请解压后导入其中的文件，或另存为 .xlsx。`,
  }),
  'file.not_docx': ({ file }) => ({
    en: `${file} is an archive and no Word document; save the text as .docx, .md or .txt.`,
    zh: `${file} 是压缩包，不是 Word 文档；请另存为 .docx、.md 或 .txt。`,
  }),
  'file.not_brief': ({ file }) => ({
    en: `${file} is no brief we can read; save it as .docx, .xlsx, .md or .txt.`,
    zh: `无法从 ${file} 读取 brief；请另存为 .docx、.xlsx、.md 或 .txt。`,
  }),
  'file.has_macros': ({ file }) => ({
    en: `${file} carries macros, and files that run programs are not read; save it as .docx or .xlsx without macros.`,
    zh: `${file} 带有宏，不读取可执行程序的文件；请另存为不含宏的 .docx 或 .xlsx。`,
  }),
  'file.damaged_workbook': ({ file }) => ({
    en: `${file} is a workbook whose inner parts do not fit together; open it in Excel or WPS and save it again.`,
    zh: `${file} 的工作簿内部结构有误；请用 Excel 或 WPS 打开后重新保存。`,
  }),
  'file.no_header': ({ file, sheet }) => ({
    en: `${file}${sheet === undefined ? '' : `, sheet "${sheet}",`} has no row of column names; put the names back as the first row.`,
    zh: `${file}${sheet === undefined ? '' : ` 的工作表“${sheet}”`} 没有列名；请在首行补上列名。`,
  }),
  'file.bad_line': ({ file, record, problem }) => ({
    en: `${file}, record ${record}: ${LINE_PROBLEMS[String(problem)]?.en ?? 'cannot be read'}; correct this record or export the file again.`,
    zh: `${file} 第 ${record} 条：${LINE_PROBLEMS[String(problem)]?.zh ?? '无法读取'}；请更正此条或重新导出。`,
  }),
  'file.bad_json': ({ file, line, column }) => ({
    en: `${file} stops being JSON at line ${line}, column ${column}; if it was cut off, export it again.`,
    zh: `${file} 第 ${line} 行第 ${column} 列起不是有效的 JSON；如文件不完整，请重新导出。`,
  }),
  'file.json_array_not_lines': ({ file }) => ({
    en: `${file} is one JSON array and not one object per line; rename it to .json, or export it as JSON lines.`,
    zh: `${file} 是一个 JSON 数组，而不是每行一个对象；请改名为 .json，或导出为 JSON Lines。`,
  }),
  'file.html': ({ file }) => ({
    en: `${file} is a web page whatever its name says; open it in Excel or WPS and save it as .xlsx, or sign in again and repeat the export.`,
    zh: `${file} 实际是网页文件；请在 Excel 或 WPS 中打开并另存为 .xlsx，或重新登录后再导出。`,
  }),
  'file.too_complex': ({ file, problem }) =>
    problem === 'columns'
      ? tellColumns(file)
      : {
          en: `${file} needs more time or memory than one file may take; save it as CSV, or split it into parts.`,
          zh: `${file} 读取所需的时间或内存超出上限；请另存为 CSV 或拆分后再导入。`,
        },
}

const tellColumns = (file: unknown): Localized => ({
  en: `${file} has more than 16,384 columns, which no sheet has; check what separates its cells, or export fewer columns.`,
  zh: `${file} 超过 16,384 列，任何表格都没有这么多；请检查分隔符，或减少导出的列。`,
})

const LINE_PROBLEMS: Readonly<Record<string, Localized>> = {
  open_quote: { en: 'a quotation mark opens here and never closes', zh: '引号没有闭合' },
  long_cell: { en: 'a cell holds more than a million characters', zh: '某个单元格超过一百万个字符' },
  not_json: { en: 'the line is not valid JSON', zh: '此行不是有效的 JSON' },
  not_object: { en: 'the line holds no JSON object', zh: '此行不是 JSON 对象' },
}

/** The one sentence for a refusal of readExport or readExportFile: what is wrong, where, how to put it right. Throws on a foreign code. */
export function describeReadRefusal(refusal: Refusal): Localized {
  const sentence = SENTENCES[refusal.code]
  if (sentence === undefined) throw new Error(`No sentence for ${refusal.code}`)
  return sentence(refusal)
}

function formatMb(bytes: unknown): string {
  return String(Math.ceil(Number(bytes) / BYTES_PER_MB))
}
