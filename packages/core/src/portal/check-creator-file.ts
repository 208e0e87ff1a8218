import { accept, refuse, type Outcome } from '../shared/index.ts'
import type { CreatorFileKind } from './schema.ts'

interface CreatorFileType {
  readonly contentType: string
  readonly endings: readonly string[]
  /** Bytes by which it starts; null for text, which holds no zero byte. */
  readonly starts: readonly number[] | null
}

const PNG: CreatorFileType = { contentType: 'image/png', endings: ['png'], starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }
const JPEG: CreatorFileType = { contentType: 'image/jpeg', endings: ['jpg', 'jpeg'], starts: [0xff, 0xd8, 0xff] }
const XLSX: CreatorFileType = {
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  endings: ['xlsx'],
  starts: [0x50, 0x4b, 0x03, 0x04],
}
const CSV: CreatorFileType = { contentType: 'text/csv', endings: ['csv'], starts: null }

/** What each kind of upload may be, told by first bytes and ending; nothing in it runs in a browser that opens it. */
export const CREATOR_FILE_TYPES: Readonly<Record<CreatorFileKind, readonly CreatorFileType[]>> = {
  draft_image: [PNG, JPEG],
  product_photo: [PNG, JPEG],
  numbers_screenshot: [PNG, JPEG],
  numbers_export: [XLSX, CSV],
}

/** The largest upload of a creator: 10 MB, what a phone's picture needs. */
export const LARGEST_CREATOR_FILE_BYTES = 10 * 2 ** 20

/** How much one creator may upload in one campaign: a hundred posts' worth of pictures and numbers. Our assumption. */
export const CREATOR_FILE_QUOTA = { files: 100, bytes: 200 * 2 ** 20 } as const

/** Whether one more upload of this size fits beside what a creator brought to the campaign so far. Refuses `portal.quota_used` with the quota. */
export function checkFileQuota(kept: { readonly files: number; readonly bytes: number }, sizeBytes: number): Outcome<null> {
  const { files, bytes } = CREATOR_FILE_QUOTA
  return kept.files >= files || kept.bytes + sizeBytes > bytes ? refuse({ code: 'portal.quota_used', files, bytes }) : accept(null)
}

const fits = (bytes: Uint8Array, { starts }: CreatorFileType) =>
  starts === null ? !bytes.includes(0) : starts.every((byte, index) => bytes[index] === byte)

/** The content type under which an upload is kept. Refuses `document.empty`, `document.too_large`, `document.wrong_type` with the endings that are taken. */
export function checkCreatorFile(file: {
  readonly kind: CreatorFileKind
  readonly name: string
  readonly bytes: Uint8Array
}): Outcome<string> {
  const { kind, name, bytes } = file
  if (bytes.length === 0) return refuse({ code: 'document.empty' })
  if (bytes.length > LARGEST_CREATOR_FILE_BYTES) return refuse({ code: 'document.too_large', largestBytes: LARGEST_CREATOR_FILE_BYTES })
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const types = CREATOR_FILE_TYPES[kind]
  const type = types.find((each) => each.endings.includes(ending) && fits(bytes, each))
  if (type === undefined) return refuse({ code: 'document.wrong_type', allowed: types.flatMap(({ endings }) => endings) })
  return accept(type.contentType)
}
