import type { PackedEntry } from '../pack-archive.ts'
import type { Chance } from './chance.ts'
import { NASTY_CELLS } from './mutate-text.ts'

type Parts = readonly PackedEntry[]

/** One way to spoil a workbook before it is packed. */
export type SpoilParts = (parts: Parts, chance: Chance) => Parts

const SHEET = /worksheets\/sheet\d+\.xml$/
const textOf = ({ content }: PackedEntry) => (typeof content === 'string' ? content : new TextDecoder().decode(content))
const isXml = ({ name }: PackedEntry) => name.endsWith('.xml') || name.endsWith('.rels')

/** Changes the XML of the parts whose name fits. */
function edit(parts: Parts, name: RegExp, change: (xml: string) => string): Parts {
  return parts.map((part) => (name.test(part.name) ? { ...part, content: change(textOf(part)) } : part))
}

// Not escaped beyond what XML itself needs: the rest is for the reader to survive.
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '&#0;')

const CELL = /<c\b[^>]*?(?:\/>|>.*?<\/c>)/gs

function nastyCells(parts: Parts, { pick, whole, happens }: Chance): Parts {
  const cells = NASTY_CELLS.map(escapeXml)
  const forms: ((cell: string) => string)[] = [
    (cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
    (cell) => `<c t="str"><f>${cell}</f><v>${cell}</v></c>`,
    (cell) => `<c t="str"><f>${cell}</f></c>`,
    (cell) => `<c><v>${cell}</v></c>`,
    (cell) => `<c t="d"><v>${cell}</v></c>`,
    (cell) => `<c t="b"><v>${cell}</v></c>`,
    (cell) => `<c t="e"><v>${cell}</v></c>`,
    (cell) => `<c t="s"><v>${cell}</v></c>`,
    () => `<c t="s"><v>${whole(-2, 1_000_000)}</v></c>`,
    () => `<c s="${whole(-2, 1_000_000)}"><v>46085.5</v></c>`,
    () => `<c r="${pick(['A0', 'XFE1', 'ZZZZZ1', 'A1048577', 'A99999999999', 'a1', '1A', '', 'A1:B2', 'XFD1048576'])}"><v>1</v></c>`,
    () => `<c s="1"><v>${pick(['-1', '1e10', '60', '0', '2958466', '1e-9'])}</v></c>`,
    () => '<c t="inlineStr"><is><r><t>a</t></r><r><rPr/><t xml:space="preserve"> b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
    () => '<c t="unheard"><v>1</v></c>',
    () => '<c><v>1</v><v>2</v></c>',
    () => '<c><c><v>1</v></c></c>',
  ]
  return edit(parts, SHEET, (xml) => xml.replaceAll(CELL, (cell) => (happens(0.02) ? pick(forms)(pick(cells)) : cell)))
}

const EXTERNAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function linkOutside(parts: Parts, { pick }: Chance): Parts {
  const target = pick([
    'https://example.com/x.xlsx',
    'file:///etc/passwd',
    '\\\\example.com\\share\\x.xlsx',
    '../../../../etc/passwd',
    'sheet1.xml',
  ])
  const linked = edit(
    edit(parts, SHEET, (xml) => xml.replace(/<v>/, '<f>[1]Sheet1!A1+WEBSERVICE("https://example.com")</f><v>')),
    pick([/workbook\.xml\.rels$/, /_rels\/\.rels$/]),
    (xml) =>
      xml
        .replace(
          '</Relationships>',
          `<Relationship Id="x1" Type="${EXTERNAL}/externalLink" Target="${target}" TargetMode="External"/></Relationships>`,
        )
        .replace(/Target="worksheets[^"]*"/, (own) => pick([own, own, `Target="${target}" TargetMode="External"`])),
  )
  const dde = '<externalLink xmlns="x"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
  return [...linked, { name: 'xl/externalLinks/externalLink1.xml', content: dde }]
}

function addEntities(parts: Parts, { pick }: Chance): Parts {
  const doctype = pick([
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY ${'abcdefghijklmnopqrstu'[at + 1]} "${`&${'abcdefghijklmnopqrstu'[at]};`.repeat(10)}">`).join('')}]>`,
    '<!DOCTYPE x SYSTEM "https://example.com/x.dtd">',
  ])
  return edit(parts, pick([SHEET, /workbook\.xml$/, /sharedStrings\.xml$/, /styles\.xml$/]), (xml) =>
    xml.replace(/(<\?xml[^>]*>)?/, (declaration) => declaration + doctype).replace(/<(t|v)>/, '<$1>&e;&u;'),
  )
}

function spoilTags(parts: Parts, { pick, whole, happens }: Chance): Parts {
  const name = pick(parts.filter(isXml)).name
  return parts.map((part) => {
    if (part.name !== name) return part
    const xml = textOf(part)
    const share = whole(1, 5) / Math.max(5, xml.match(/<[^>]+>/g)?.length ?? 0)
    const spoilt = (tag: string) =>
      pick([
        '',
        tag + tag,
        tag.replace('<', '<x:'),
        tag.replaceAll('"', "'"),
        tag.replace('<', '&lt;'),
        `<!-- ${tag} -->`,
        `<![CDATA[${tag}]]>`,
        tag.slice(0, -1),
        '<?x?>',
        tag.toUpperCase(),
      ])
    return { ...part, content: xml.replaceAll(/<[^>]+>/g, (tag) => (happens(share) ? spoilt(tag) : tag)) }
  })
}

function nestDeeply(parts: Parts, { pick }: Chance): Parts {
  const depth = pick([100, 10_000, 200_000])
  const tag = pick(['r', 'is', 'x', 'row', 'c', 'si'])
  const deep = `<${tag}>`.repeat(depth) + (depth === 100 ? `</${tag}>`.repeat(depth) : '')
  return edit(parts, pick([SHEET, /sharedStrings\.xml$/, /workbook\.xml$/, /styles\.xml$/]), (xml) =>
    xml.replace(/<(row|si|sheets|cellXfs)\b[^>]*>/, (found) => found + deep),
  )
}

function widen(parts: Parts, { pick }: Chance): Parts {
  const columns = pick([16_384, 16_385, 20_000])
  const row = `<row>${'<c t="inlineStr"><is><t>列</t></is></c>'.repeat(columns)}</row>`
  const far = `<row>${'<c><v>1</v></c>'.repeat(3)}<c r="XFD9" t="str"><v>远</v></c></row>`
  return edit(parts, SHEET, (xml) => xml.replace('<sheetData>', `<sheetData>${pick([row, far, row + far])}`))
}

function bomb(parts: Parts, { pick, whole }: Chance): Parts {
  const megabytes = pick([1, 8, 40])
  const name = pick(parts).name
  const filler = Buffer.alloc(megabytes * 1024 * 1024, pick([0x20, 0, 0x3c]))
  const fillCell = () => edit(parts, SHEET, (xml) => xml.replace(/<v>/, `<v>${' '.repeat(megabytes * 1024 * 1024)}`))
  const kinds: (() => Parts)[] = [
    () => parts.map((part) => (part.name === name ? { ...part, content: filler } : part)),
    () => parts.map((part) => (part.name === name ? { ...part, content: filler, declaredBytes: whole(0, 5000) } : part)),
    () => [...parts, { name: 'xl/media/a.bin', content: filler }],
    () => [...parts, ...Array.from({ length: pick([100, 6000]) }, (_, at) => ({ name: `xl/x${at}.xml`, content: '' }))],
    fillCell,
    () => edit(parts, SHEET, (xml) => xml.replace('<sheetData>', `<sheetData>${'<row/>'.repeat(megabytes * 20_000)}`)),
    () => edit(parts, /sharedStrings\.xml$/, (xml) => xml.replace('</sst>', `${'<si><t>x</t></si>'.repeat(megabytes * 20_000)}</sst>`)),
    () =>
      edit(parts, /styles\.xml$/, (xml) =>
        xml.replace('</styleSheet>', `<cellXfs>${'<xf/>'.repeat(megabytes * 20_000)}</cellXfs></styleSheet>`),
      ),
    () => edit(parts, /workbook\.xml$/, (xml) => xml.replace(/<sheet\b[^>]*>/, (sheet) => sheet.repeat(pick([2, 300, 5000])))),
  ]
  return pick(kinds)()
}

function lie(parts: Parts, { pick, whole }: Chance): Parts {
  const name = pick(parts).name
  const lies: (() => Parts)[] = [
    () =>
      parts.map((part) =>
        part.name === name ? { ...part, declaredBytes: pick([0, 1, 100, 2 ** 31, 2 ** 32 - 1, whole(0, 10_000)]) } : part,
      ),
    () => parts.map((part) => (part.name === name ? { ...part, isEncrypted: true } : part)),
    () => edit(parts, SHEET, (xml) => xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
    () => edit(parts, /sharedStrings\.xml$/, (xml) => xml.replace('<sst ', '<sst count="4294967295" uniqueCount="-1" ')),
    () => parts.filter((part) => part.name !== name),
    () =>
      parts.map((part) =>
        part.name === name
          ? { ...part, name: pick(['', '/', '../x', 'XL/WORKBOOK.XML', '__proto__', part.name.replaceAll('/', '\\')]) }
          : part,
      ),
    () => [...parts, { name, content: 'twice' }],
    () => [{ name, content: 'twice' }, ...parts],
    () =>
      edit(parts, /workbook\.xml\.rels$/, (xml) =>
        xml.replaceAll(/Target="[^"]*"/g, (target) =>
          pick([target, 'Target=""', 'Target="../xl/workbook.xml"', 'Target="/xl/worksheets/sheet1.xml"', 'Target="workbook.xml"']),
        ),
      ),
    () => edit(parts, /workbook\.xml$/, (xml) => xml.replace('<sheets>', `<workbookPr date1904="${pick(['1', 'true', 'x'])}"/><sheets>`)),
    () => edit(parts, /workbook\.xml$/, (xml) => xml.replace(/<sheet /, `<sheet state="${pick(['hidden', 'veryHidden', 'x'])}" `)),
  ]
  return pick(lies)()
}

function reencode(parts: Parts, { pick }: Chance): Parts {
  const name = pick(parts.filter(isXml)).name
  const encode = pick([
    (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    (text: string) => Buffer.from(text, 'latin1'),
    (text: string) => Buffer.from(`\ufeff${text}`),
    (text: string) => Buffer.from(text.replace(/encoding="[^"]*"/, 'encoding="GBK"')),
  ])
  return parts.map((part) => (part.name === name ? { ...part, content: encode(textOf(part)) } : part))
}

/** Ways that fit workbooks. */
export const WORKBOOK_MUTATIONS: Readonly<Record<string, SpoilParts>> = {
  'nasty cells': nastyCells,
  'external links': linkOutside,
  'entities and doctypes': addEntities,
  'tags spoilt': spoilTags,
  'deep nesting': nestDeeply,
  '16,384 columns': widen,
  'a zip bomb': bomb,
  'lying sizes and names': lie,
  'a part in another encoding': reencode,
}
