import { z } from 'zod'
import { categorySchema, daySchema, fault, momentSchema, platformSchema } from '../../shared/index.ts'

/** What somebody may want to hold against booking a creator; always with a source. */
export const INCIDENT_KINDS = ['penalty', 'scandal', 'ban'] as const
/** What a kept document is. */
export const DOCUMENT_KINDS = ['contract', 'rate_card', 'media_kit', 'qualification', 'invoice', 'other'] as const

const words = (most: number) => z.string().trim().min(1).max(most)
const source = words(500)
const LONGEST_URL = 2000

/** A member's remark about a creator. */
export const noteInputSchema = z.object({ text: words(5000) })

/** Work for another brand, exclusive or not, with where one knows it from. Days are Shanghai days, both included; platforms null: all. */
export const engagementInputSchema = z
  .object({
    brand: words(200),
    category: categorySchema,
    platforms: z.array(platformSchema).min(1).max(20).nullable().default(null),
    from: daySchema,
    to: daySchema,
    exclusive: z.boolean(),
    source,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], ...fault('lies before "from"', '早于 from') })

/** Days on which a creator is not free, with where one knows it from. Days are Shanghai days, both included. */
export const absenceInputSchema = z
  .object({ from: daySchema, to: daySchema, source })
  .refine(({ from, to }) => from <= to, { path: ['to'], ...fault('lies before "from"', '早于 from') })

/** Asked on a Shanghai day, no work for other brands was named; with where one knows it from. */
export const clearanceInputSchema = z.object({ askedOn: daySchema, source })

/** A penalty, scandal or ban; `until` null: over in a day, or nobody knows. */
export const incidentInputSchema = z
  .object({
    kind: z.enum(INCIDENT_KINDS),
    on: daySchema,
    until: daySchema.nullable(),
    what: words(2000),
    source,
    url: z
      .url({ protocol: /^https?$/ })
      .max(LONGEST_URL)
      .nullable(),
  })
  .refine(({ on, until }) => until === null || on <= until, { path: ['until'], ...fault('lies before "on"', '早于 on') })

export const documentKindSchema = z.enum(DOCUMENT_KINDS)

/** What every entry of a dossier carries: who entered it and when. A name is null when the member has left. */
const enteredSchema = z.object({ id: z.uuid(), enteredAt: momentSchema, enteredById: z.uuid(), enteredBy: z.string().nullable() })

export const noteSchema = enteredSchema.extend(noteInputSchema.shape)
export const engagementSchema = enteredSchema.extend(engagementInputSchema.shape)
export const absenceSchema = enteredSchema.extend(absenceInputSchema.shape)
export const clearanceSchema = enteredSchema.extend(clearanceInputSchema.shape)
export const incidentSchema = enteredSchema.extend(incidentInputSchema.shape)
export const documentSchema = enteredSchema.extend({
  kind: documentKindSchema,
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  /** The last day on which it counts; null when it has no end or nobody said. */
  expiresOn: daySchema.nullable(),
})

/** What people of the workspace entered about a creator, newest first. */
export const dossierSchema = z.object({
  notes: z.array(noteSchema),
  engagements: z.array(engagementSchema),
  clearances: z.array(clearanceSchema),
  absences: z.array(absenceSchema),
  incidents: z.array(incidentSchema),
  documents: z.array(documentSchema),
})

export type NoteInput = z.infer<typeof noteInputSchema>
export type EngagementInput = z.infer<typeof engagementInputSchema>
export type AbsenceInput = z.infer<typeof absenceInputSchema>
export type ClearanceInput = z.infer<typeof clearanceInputSchema>
export type IncidentInput = z.infer<typeof incidentInputSchema>
export type DocumentKind = z.infer<typeof documentKindSchema>
export type Note = z.infer<typeof noteSchema>
export type Engagement = z.infer<typeof engagementSchema>
export type Absence = z.infer<typeof absenceSchema>
export type Clearance = z.infer<typeof clearanceSchema>
export type Incident = z.infer<typeof incidentSchema>
export type CreatorDocument = z.infer<typeof documentSchema>
export type Dossier = z.infer<typeof dossierSchema>
