import { crc32 } from 'node:zlib'

/** A stored ZIP archive (APPNOTE 4.3) with one part that holds these paragraphs: the smallest Word document there is. */
export function packDocument(part: string, paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  const content = Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`)
  const name = Buffer.from(part)
  const facts = Buffer.alloc(24)
  facts.writeUInt32LE(crc32(content), 8)
  facts.writeUInt32LE(content.length, 12)
  facts.writeUInt32LE(content.length, 16)
  facts.writeUInt16LE(name.length, 20)
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), facts, name, content])
  const directory = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]), facts, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}
