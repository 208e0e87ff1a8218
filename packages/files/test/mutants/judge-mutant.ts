import {
  accountSchema,
  describeImportRefusal,
  importRecords,
  importReportSchema,
  postSchema,
  type ImportedFile,
} from '@kolibra/core/imports'
import type { Localized, Refusal } from '@kolibra/core/shared'

import { writeCsv } from '../../src/csv/index.ts'
import { describeReadRefusal, readExport } from '../../src/read/index.ts'
import type { Mutant } from './make-mutant.ts'

/** How a file ended: taken, or refused with a code. `faults` says in words what no file may cause. */
export interface Verdict {
  readonly end: 'accepted' | (string & {})
  readonly faults: readonly string[]
}

/** Reads and understands a file as `kolibra import` does and looks at what came out. */
export async function judgeMutant({ name, bytes }: Mutant): Promise<Verdict> {
  try {
    const read = await readExport(bytes, { name })
    if (!read.ok) return judgeRefusal(read.refusals, describeReadRefusal)
    const imported = importRecords(read.value, { source: 'auto', importId: 'sha256:test' })
    if (!imported.ok) return judgeRefusal(imported.refusals, describeImportRefusal)
    return { end: 'accepted', faults: judgeImport(imported.value) }
  } catch (error) {
    return { end: 'thrown', faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

const SENTENCE_CHARACTERS_MAX = 3000

function judgeRefusal(refusals: readonly Refusal[], describe: (refusal: Refusal) => Localized): Verdict {
  const [first] = refusals
  if (first === undefined || refusals.length > 1) return { end: 'refused', faults: [`${refusals.length} refusals`] }
  const { en, zh } = describe(first)
  const isClear = en.endsWith('.') && zh.endsWith('。') && !/undefined|\[object|NaN/.test(en + zh) && en.length < SENTENCE_CHARACTERS_MAX
  return { end: first.code, faults: isClear ? [] : [`no clear sentence (${en.length} characters): ${en.slice(0, 400)}`] }
}

function judgeImport({ report, accounts, posts, rejects }: ImportedFile): string[] {
  const { accepted, duplicates, rejected, records } = report
  const taken = accounts.length > 0 ? accounts.length : posts.length
  const columns = [...new Set(rejects.flatMap(({ original }) => Object.keys(original)))]
  const csv = writeCsv(
    columns,
    rejects.map(({ original }) => columns.map((column) => String(original[column] ?? ''))),
  )
  return [
    ...listFaults('report', importReportSchema.safeParse(report)),
    ...accounts.flatMap((account) => listFaults('account', accountSchema.strict().safeParse(account))),
    ...posts.flatMap((post) => listFaults('post', postSchema.strict().safeParse(post))),
    ...(taken + duplicates + rejected === records ? [] : [`${records} records, ${taken} taken, ${duplicates} again, ${rejected} rejected`]),
    ...(accepted.accounts === accounts.length ? [] : ['accounts counted otherwise than handed over']),
    ...(isStorable({ report, accounts, posts, rejects }) ? [] : ['a text no database keeps']),
    ...(startsFormula(csv) ? ['a formula leaves in the rejects'] : []),
  ]
}

interface Parsed {
  readonly success: boolean
  readonly error?: { readonly message: string } | undefined
}
const listFaults = (what: string, parsed: Parsed) => (parsed.success ? [] : [`${what}: ${parsed.error?.message.slice(0, 400)}`])

// PostgreSQL keeps neither NUL nor half of a pair.
function isStorable(value: unknown): boolean {
  return !/\\u0000|\\ud[89a-f][0-9a-f]{2}/i.test(JSON.stringify(value).replaceAll('\\\\', ''))
}

function startsFormula(csv: string): boolean {
  return /(?:^|[\r\n,])"?\s*[=+@＝＋＠]/.test(csv.slice(1).replaceAll(/"(?:[^"]|"")*"/g, (quoted) => quoted.slice(0, 3)))
}
