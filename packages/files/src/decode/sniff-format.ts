/** What the first bytes say a file is. `other` names a known format that holds no records for us. */
export type SniffedFormat =
  | { readonly kind: 'zip' }
  | { readonly kind: 'ole2'; readonly isEncrypted: boolean }
  | { readonly kind: 'other'; readonly looksLike: string }
  | { readonly kind: 'text' }

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

// "PK" plus local entry, empty archive, spanned archive.
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
]

const OTHERS: readonly (readonly [looksLike: string, magic: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  ['UTF-32', [0xff, 0xfe, 0x00, 0x00]],
]

/** Sniffs a file by its bytes alone; the name is never asked, because people rename exports. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  if (ZIP.some((magic) => startsWith(bytes, magic))) return { kind: 'zip' }
  if (startsWith(bytes, OLE2)) return { kind: 'ole2', isEncrypted: hasEncryptedPackage(bytes) }
  const other = OTHERS.find(([, magic]) => startsWith(bytes, magic))
  return other ? { kind: 'other', looksLike: other[0] } : { kind: 'text' }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

// A password-protected .xlsx is an OLE2 container with a directory entry of this name (MS-OFFCRYPTO 2.3.4.4), in UTF-16LE.
function hasEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
