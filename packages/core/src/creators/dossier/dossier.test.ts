import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEMBER_ROLES } from '../../accounts/index.ts'
import { checkDocument } from './check-document.ts'
import { checkNoteRemoval } from './check-removal.ts'
import { DOCUMENT_TYPES, LARGEST_DOCUMENT_BYTES } from './document-type-table.ts'
import { engagementInputSchema, incidentInputSchema, noteInputSchema } from './schema.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 invented')
const codeOf = (outcome: ReturnType<typeof checkDocument>) => (outcome.ok ? outcome.value : outcome.refusals[0]?.code)

describe('a document', () => {
  test.each(DOCUMENT_TYPES.flatMap((type) => type.endings.map((ending) => ({ ending, ...type }))))(
    'that starts like a .$ending is kept as $contentType',
    ({ ending, starts, contentType }) => {
      expect(checkDocument({ name: `合同.${ending}`, bytes: Uint8Array.from([...starts, 1, 2]) })).toEqual({ ok: true, value: contentType })
      expect(codeOf(checkDocument({ name: `合同.${ending.toUpperCase()}`, bytes: Uint8Array.from(starts) }))).toBe(contentType)
    },
  )

  test.each([
    ['a page that a browser would run', 'contract.html', new TextEncoder().encode('<script>'), 'document.wrong_type'],
    ['a drawing that can hold a program', 'logo.svg', new TextEncoder().encode('<svg>'), 'document.wrong_type'],
    ['a page that calls itself a PDF', 'contract.pdf', new TextEncoder().encode('<html>'), 'document.wrong_type'],
    ['a PDF that calls itself a page', 'contract.html', PDF, 'document.wrong_type'],
    ['a workbook with macros', 'list.xlsm', Uint8Array.from([0x50, 0x4b, 0x03, 0x04]), 'document.wrong_type'],
    ['a name without ending', 'pdf.', PDF, 'document.wrong_type'],
    ['nothing', 'contract.pdf', new Uint8Array(), 'document.empty'],
    ['one byte too many', 'contract.pdf', new Uint8Array(LARGEST_DOCUMENT_BYTES + 1), 'document.too_large'],
  ])('%s is refused', (_, name, bytes, code) => {
    expect(codeOf(checkDocument({ name, bytes }))).toBe(code)
  })

  test('exactly the largest size is kept', () => {
    const bytes = new Uint8Array(LARGEST_DOCUMENT_BYTES)
    bytes.set(PDF)
    expect(codeOf(checkDocument({ name: 'contract.pdf', bytes }))).toBe('application/pdf')
  })

  test('bytes of no known kind are never kept, whatever the name', () => {
    const kinds = fc.constantFrom('pdf', 'png', 'jpg', 'docx', 'xlsx', 'html')
    fc.assert(
      fc.property(fc.string(), kinds, fc.uint8Array({ minLength: 1 }), (name, ending, bytes) => {
        const isKnown = DOCUMENT_TYPES.some(
          ({ endings, starts }) => endings.includes(ending) && starts.every((byte, at) => bytes[at] === byte),
        )
        expect(checkDocument({ name: `${name}.${ending}`, bytes }).ok).toBe(isKnown)
      }),
    )
  })
})

describe('a note', () => {
  test.each(MEMBER_ROLES)('is taken back by its author, %s or not; of another only by an owner', (role) => {
    expect(checkNoteRemoval({ id: 'me', role }, { authorId: 'me' }).ok).toBe(true)
    expect(checkNoteRemoval({ id: 'me', role }, { authorId: 'you' }).ok).toBe(role === 'owner')
  })

  test.each(['', '   ', '\n', 'x'.repeat(5001)])('of %j is none', (text) => {
    expect(noteInputSchema.safeParse({ text }).success).toBe(false)
  })
})

describe('an engagement', () => {
  const engagement = { brand: 'Talmilch', category: 'food', from: '2026-11-01', to: '2026-11-30', exclusive: true, source: '达人自述' }
  test.each([
    ['as it is', {}, true],
    ['on one day', { to: '2026-11-01' }, true],
    ['that ends before it begins', { to: '2026-10-31' }, false],
    ['on a day that does not exist', { from: '2026-02-30' }, false],
    ['of a category nobody knows', { category: 'toys' }, false],
    ['without a source', { source: ' ' }, false],
    ['without a brand', { brand: '' }, false],
  ])('%s', (_, change, isTaken) => {
    expect(engagementInputSchema.safeParse({ ...engagement, ...change }).success).toBe(isTaken)
  })
})

describe('an incident', () => {
  const incident = { kind: 'penalty', on: '2026-05-02', until: null, what: '罚款', source: '市场监管局公示', url: null }
  test.each([
    ['as it is', {}, true],
    ['with an end', { until: '2026-06-02' }, true],
    ['with an address', { url: 'https://example.com/1' }, true],
    ['without a source', { source: '' }, false],
    ['that ends before it begins', { until: '2026-05-01' }, false],
    ['of another kind', { kind: 'rumour' }, false],
    ['with an address that runs', { url: 'javascript:alert(1)' }, false],
    ['with an address as long as a book', { url: `https://example.com/${'a'.repeat(2000)}` }, false],
  ])('%s', (_, change, isTaken) => {
    expect(incidentInputSchema.safeParse({ ...incident, ...change }).success).toBe(isTaken)
  })
})
