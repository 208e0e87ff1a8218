import { assert, array, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutExport, isOddOnTheWay, mayHold, readExport } from '../read/index.ts'

const TEST = {
  mayStandIn: (text: string) => text.includes('id-of-a'),
  isOfRow: (cells: readonly string[]) => cells.includes('id-of-a'),
}
const HEADER = '平台,昵称,账号ID,备注'
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** GB18030 of ASCII and common Chinese characters: its decoder asked backwards. */
function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let lead = 0xa1; lead < 0xfe; lead += 1)
    for (let trail = 0xa1; trail < 0xff; trail += 1) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  return new Uint8Array([...text].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]))
}

function cut(bytes: Uint8Array, isPasted = false): { left: Buffer; cut: number } {
  const pieces = [...(cutExport(bytes, isPasted, TEST) ?? [])]
  return { left: Buffer.concat(pieces.flatMap(({ kept }) => kept)), cut: pieces.reduce((sum, piece) => sum + piece.cut, 0) }
}

describe('rows are cut out of a csv', () => {
  test('and every other byte stays: mark, breaks, quotes, blanks, formulas, a last line without a break', () => {
    const before = `\ufeff${HEADER}\r\n小红书,"示例·乙",id-of-b,"两行\r\n备注"\r\n\r\n`
    const after = '小红书, 示例·丙 ,id-of-c,=1+1\n抖音,"""示例""",id-of-d,'
    const text = `${before}小红书,示例·甲,id-of-a,"也有\n两行"\r\n${after}`
    expect(cut(bytesOf(text))).toEqual({ left: Buffer.from(before + after), cut: 1 })
  })

  test('in GB18030, with lines that end in a carriage return alone, and below a title', () => {
    const rows = ['达人名单', HEADER, '小红书,示例·甲,id-of-a,无', '小红书,示例·乙,id-of-b,无']
    const kept = [rows[0], rows[1], rows[3]]
    expect(cut(encodeGb18030(`${rows.join('\n')}\n`))).toEqual({ left: Buffer.from(encodeGb18030(`${kept.join('\n')}\n`)), cut: 1 })
    expect(cut(bytesOf(`${rows.join('\r')}\r`))).toEqual({ left: Buffer.from(`${kept.join('\r')}\r`), cut: 1 })
  })

  test('the header stays whatever it says, a title above it goes when it is theirs', () => {
    expect(cut(bytesOf('id-of-a\n平台,昵称,账号ID\n抖音,x,id-of-b\n'))).toMatchObject({ cut: 1 })
    expect(cut(bytesOf('平台,id-of-a,账号ID\n抖音,x,id-of-b\n'))).toMatchObject({ cut: 0 })
  })

  test('of pasted cells by their tabs; the first row is the header', () => {
    expect(cut(bytesOf('昵称\t账号ID\n示例,甲\tid-of-a\n示例,乙\tid-of-b'), true)).toEqual({
      left: Buffer.from('昵称\t账号ID\n示例,乙\tid-of-b'),
      cut: 1,
    })
  })

  test('of more than four megabytes, in pieces', () => {
    const row = (at: number) => `小红书,"示例,${at}",id-of-${at % 20_000 === 7 ? 'a' : at},${'备'.repeat(30)}\n`
    const rows = Array.from({ length: 50_000 }, (_, at) => row(at))
    const text = `${HEADER}\n${rows.join('')}`
    expect(Buffer.byteLength(text)).toBeGreaterThan(4 << 20)
    const kept = rows.filter((line) => !line.includes('id-of-a,'))
    expect(kept).toHaveLength(49_997)
    const { left, cut: gone } = cut(bytesOf(text))
    expect(gone).toBe(3)
    expect(left.equals(Buffer.from(`${HEADER}\n${kept.join('')}`))).toBe(true)
  })
})

describe('what is not cut', () => {
  test.each([
    ['JSON', '[{"id":"id-of-a"}]'],
    ['a file that names its delimiter', `sep=;\n${HEADER}\n`],
    ['an empty file', ''],
  ])('%s has to be held', (_, text) => {
    expect(cutExport(bytesOf(text), false, TEST)).toBeNull()
  })

  test.each([
    ['a quote inside a bare cell', `${HEADER}\n抖音,12" 屏,id-of-a,x\n`],
    ['a quote that never closes', `${HEADER}\n抖音,"示例,id-of-a,x\n`],
  ])('%s is odd', (_, text) => {
    const isOdd = () => {
      try {
        return cutExport(bytesOf(text), false, TEST) === null || (cut(bytesOf(text)), false)
      } catch (error) {
        return isOddOnTheWay(error)
      }
    }
    expect(isOdd()).toBe(true)
  })
})

test('whatever stands in the cells, what is left reads as the other rows', async () => {
  const cell = constantFrom('id-of-a', 'id-of-b', '', ' x ', '"', 'a,b', '两\n行', '\r\n', '=1')
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const read = async (bytes: Uint8Array) => {
    const file = await readExport(bytes, { name: 'a.csv' })
    return file.ok && file.value.shape === 'table' ? (file.value.tables[0]?.rows ?? []) : []
  }
  const rows = array(tuple(cell, cell, cell), { minLength: 1 })
  const checked: [Uint8Array, Uint8Array][] = []
  assert(
    property(rows, (lines) => {
      const bytes = bytesOf(['平台,昵称,账号ID', ...lines.map((line) => line.map(quote).join(','))].join('\n'))
      checked.push([bytes, cut(bytes).left])
    }),
  )
  for (const [bytes, left] of checked)
    expect(await read(left)).toEqual((await read(bytes)).filter((row) => !TEST.isOfRow(row.map((value) => String(value)))))
})

describe('whether a file may hold a word', () => {
  test('is asked of text as it stands; what cannot be asked may', async () => {
    expect(await mayHold(bytesOf(`${HEADER}\n抖音,x,id-of-b,\n`), TEST)).toBe(false)
    expect(await mayHold(bytesOf(`${HEADER}\n抖音,x,id-of-a,\n`), TEST)).toBe(true)
    expect(await mayHold(bytesOf('{"name":"\\u793a"}'), TEST)).toBe(true)
    const words = { mayStandIn: (text: string) => text.split(/[^a-z-]/).includes('id-of-a') }
    expect(await mayHold(bytesOf('{"id":"\\tid-of-a\\n"}'), words)).toBe(true)
    expect(await mayHold(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), TEST)).toBe(true)
  })

  test('is asked piece by piece: other work comes in between', async () => {
    let met = 0
    const count = () => {
      met += 1
      handle = setImmediate(count)
    }
    let handle = setImmediate(count)
    await mayHold(encodeGb18030(`${HEADER}\n${'抖音,示例·乙,id-of-b,\n'.repeat(50_000)}`), TEST)
    clearImmediate(handle)
    expect(met).toBeGreaterThan(5)
  })

  test('is unknown of text that is broken further on', async () => {
    const good = encodeGb18030(`${HEADER}\n${'抖音,示例·乙,id-of-b,\n'.repeat(50_000)}`)
    expect(await mayHold(good, TEST)).toBe(false)
    expect(await mayHold(Buffer.concat([good, Buffer.from([0xff, 0x2c, 0x0a])]), TEST)).toBe(true)
  })
})
