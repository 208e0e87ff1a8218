import { accept, refuse, type Outcome } from '../../shared/index.ts'
import { DOCUMENT_TYPES, LARGEST_DOCUMENT_BYTES } from './document-type-table.ts'

/** The content type under which a file may be kept. Refuses `document.empty`, `document.too_large`, `document.wrong_type` with the endings that are taken. */
export function checkDocument({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Outcome<string> {
  if (bytes.length === 0) return refuse({ code: 'document.empty' })
  if (bytes.length > LARGEST_DOCUMENT_BYTES) return refuse({ code: 'document.too_large', largestBytes: LARGEST_DOCUMENT_BYTES })
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const type = DOCUMENT_TYPES.find(
    ({ endings, starts }) => endings.includes(ending) && starts.every((byte, index) => bytes[index] === byte),
  )
  if (type === undefined) return refuse({ code: 'document.wrong_type', allowed: DOCUMENT_TYPES.flatMap(({ endings }) => endings) })
  return accept(type.contentType)
}
