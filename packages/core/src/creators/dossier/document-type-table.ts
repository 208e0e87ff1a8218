/** A kind of file that may be kept, told by its first bytes and its ending; what a browser says of it is not asked. */
export interface DocumentType {
  readonly contentType: string
  readonly endings: readonly string[]
  readonly starts: readonly number[]
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Nothing in this list runs in a browser that opens it. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { contentType: 'application/pdf', endings: ['pdf'], starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { contentType: 'image/png', endings: ['png'], starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { contentType: 'image/jpeg', endings: ['jpg', 'jpeg'], starts: [0xff, 0xd8, 0xff] },
  { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'], starts: ZIP },
  { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'], starts: ZIP },
]

/** The largest document that is kept: 20 MB. */
export const LARGEST_DOCUMENT_BYTES = 20 * 2 ** 20
