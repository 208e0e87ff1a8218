import { briefSchema, DOCUMENT_LANGUAGES, readBriefText, readDocument, type ReadBrief, type ReturnedDocument } from '@kolibra/core/briefs'
import { accept, type Outcome, type Refusal } from '@kolibra/core/shared'
import { decodeXmlText } from '../xlsx/decode-xml-text.ts'
import { openDocx } from './read-docx.ts'
import { readParagraphs, readTagged } from './read-paragraphs.ts'

type Source = Pick<ReturnedDocument, 'brief' | 'language'> & { readonly title: string }

/** What a document of ours was written from; null when it is somebody else's, or when that part was changed by hand. */
function readSource(part: string | null): Source | null {
  const json = /<kolibra:brief [^<>]*>([^<]*)<\/kolibra:brief>/.exec(part ?? '')?.[1]
  if (json === undefined) return null
  try {
    const { title, language, brief } = JSON.parse(decodeXmlText(json)) as Record<string, unknown>
    const known = DOCUMENT_LANGUAGES.find((one) => one === language)
    const read = briefSchema.safeParse(brief)
    return known === undefined || !read.success ? null : { title: String(title), language: known, brief: read.data }
  } catch {
    return null
  }
}

/**
 * A brief from a Word document. Ours comes back with what people changed in it, field by field; in others' headings are known by their
 * usual names. What found no place is handed back. Refuses with file.truncated, file.encrypted, file.zip_bomb, file.not_docx,
 * file.has_macros.
 */
export function readBriefDocx(bytes: Uint8Array, { name }: { name: string }): Outcome<ReadBrief, Refusal> {
  const opened = openDocx(bytes, { name })
  if (!opened.ok) return opened
  const { main, source } = opened.value
  const from = readSource(source)
  const tagged = from === null ? null : readTagged(main)
  if (from === null || tagged === null || tagged.fields.size === 0) return accept(readBriefText(readParagraphs(main).join('\n')))
  const others = tagged.paragraphs.filter((line) => line !== from.title).map((line) => line.replace(/^\d+\. *$|: *$/, ''))
  return accept(readDocument({ ...from, texts: tagged.fields, others }))
}
