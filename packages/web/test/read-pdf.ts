import { inflateSync } from 'node:zlib'

/** What a printed document is made of; sizes in points. */
export interface ReadPdf {
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[]
  /** The text as a search would find it, glyph by glyph through the fonts' own tables. */
  readonly text: string
}

type Objects = ReadonlyMap<number, string>

function readObjects(bytes: Buffer): Objects {
  const found = bytes.toString('latin1').matchAll(/(?:^|\s)(\d+) 0 obj\b([\s\S]*?)\bendobj\b/g)
  return new Map([...found].map(([, id, body = '']) => [Number(id), body]))
}

function readStream(body: string): string {
  const start = /\bstream\r?\n/.exec(body)
  const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? Number.NaN)
  if (start === null || Number.isNaN(length)) return ''
  // By its length: packed bytes may end in what looks like the end of a line.
  const bytes = Buffer.from(body.slice(start.index + start[0].length, start.index + start[0].length + length), 'latin1')
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

const readHex = (hex: string) => Buffer.from(hex.padStart(4, '0'), 'hex').swap16().toString('utf16le')

interface Glyphs {
  /** Hex digits of one code. */
  readonly digits: number
  readonly of: ReadonlyMap<number, string>
}

/** The table from glyphs to characters of a font (PDF 32000-1, 9.10.3). */
function readGlyphs(cmap: string): Glyphs {
  const of = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      of.set(Number.parseInt(glyph, 16), readHex(text))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) {
      const start = Number.parseInt(from, 16)
      for (let glyph = start; glyph <= Number.parseInt(to, 16); glyph += 1)
        of.set(glyph, String.fromCodePoint((readHex(text).codePointAt(0) ?? 0) + glyph - start))
    }
  return { digits: /begincodespacerange\s*<([0-9A-F]+)>/i.exec(cmap)?.[1]?.length ?? 4, of }
}

const refer = (body: string, key: string) => Number(new RegExp(`/${key} \\[?\\s*(\\d+) 0 R`).exec(body)?.[1] ?? Number.NaN)
const NO_GLYPHS: Glyphs = { digits: 4, of: new Map() }

function readText(objects: Objects): string {
  const glyphsOf = new Map<string, Glyphs>()
  for (const body of objects.values())
    for (const [, name = '', id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g))
      glyphsOf.set(name, readGlyphs(readStream(objects.get(refer(objects.get(Number(id)) ?? '', 'ToUnicode')) ?? '')))
  const drawn = [...objects.values()].map(readStream).filter((stream) => / Tf\b/.test(stream))
  const read = (stream: string) => {
    let glyphs = NO_GLYPHS
    const words = stream.replace(/\/ActualText <[^>]*>/g, '').matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)
    return [...words]
      .map(([, font, hex = '']) => {
        if (font !== undefined) glyphs = glyphsOf.get(font) ?? NO_GLYPHS
        const codes = hex.match(new RegExp(`.{${glyphs.digits}}`, 'g')) ?? []
        return codes.map((code) => glyphs.of.get(Number.parseInt(code, 16)) ?? '').join('')
      })
      .join('')
  }
  // A glyph that is also a radical is listed as the radical; a search takes them for the same.
  return drawn.map(read).join('\n').normalize('NFKC')
}

/** A font travels with its file, or its glyphs are drawn in the document itself (Type 3). */
function isEmbedded(font: string, objects: Objects): boolean {
  if (font.includes('/Subtype /Type3')) return font.includes('/CharProcs')
  const inner = objects.get(refer(font, 'DescendantFonts')) ?? font
  return /\/FontFile[23]? \d+ 0 R/.test(objects.get(refer(inner, 'FontDescriptor')) ?? '')
}

/** Reads a PDF that Chromium prints: its pages, its fonts and its text. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = readObjects(bytes)
  const all = [...objects.values()]
  const pages = all.flatMap((body) => {
    const [, width, height] = /\/Type \/Page\b/.test(body) ? (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []) : []
    return width === undefined ? [] : [{ width: Number(width), height: Number(height) }]
  })
  const fonts = all
    .filter((body) => /\/Type \/Font\b/.test(body) && !/\/Subtype \/CIDFont/.test(body))
    .map((body) => {
      const named = objects.get(refer(body, 'FontDescriptor')) ?? body
      return { name: /\/(?:FontName|BaseFont) \/(\S+)/.exec(named)?.[1] ?? '', isEmbedded: isEmbedded(body, objects) }
    })
  return { pages, fonts, text: readText(objects) }
}
