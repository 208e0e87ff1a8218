import type { AbsenceInput, ClearanceInput, DocumentKind, EngagementInput, IncidentInput } from '@kolibra/core/creators'
import type { Category, Platform } from '@kolibra/core/shared'

const incidentKinds: Record<IncidentInput['kind'], true> = { penalty: true, scandal: true, ban: true }
const documentKinds: Record<DocumentKind, true> = {
  contract: true,
  rate_card: true,
  media_kit: true,
  qualification: true,
  invoice: true,
  other: true,
}
const keysOf = <K extends string>(record: Record<K, true>) => Object.keys(record) as K[]

export const INCIDENT_KIND_LIST = keysOf(incidentKinds)
export const DOCUMENT_KIND_LIST = keysOf(documentKinds)

/** Work for another brand as a person types it; '' is not typed yet. */
export interface EngagementForm {
  readonly brand: string
  readonly category: Category
  /** None ticked: all of them. */
  readonly platforms: readonly Platform[]
  readonly from: string
  readonly to: string
  readonly exclusive: boolean
  readonly source: string
}
export const BLANK_ENGAGEMENT: EngagementForm = {
  brand: '',
  category: 'cosmetics',
  platforms: [],
  from: '',
  to: '',
  exclusive: false,
  source: '',
}

/** What to send, or null while something is missing or the end lies before the beginning. */
export function engagementOf(form: EngagementForm): EngagementInput | null {
  const { brand, platforms, from, to, source } = form
  if ([brand, from, to, source].some((text) => text.trim() === '') || to < from) return null
  return { ...form, brand: brand.trim(), platforms: platforms.length === 0 ? null : [...platforms], source: source.trim() }
}

/** That no other work was named, as a person types it; '' is not typed yet. */
export interface ClearanceForm {
  readonly askedOn: string
  readonly source: string
}
export const BLANK_CLEARANCE: ClearanceForm = { askedOn: '', source: '' }

/** What to send, or null while something is missing. */
export function clearanceOf({ askedOn, source }: ClearanceForm): ClearanceInput | null {
  return askedOn === '' || source.trim() === '' ? null : { askedOn, source: source.trim() }
}

/** Days not free as a person types them; '' is not typed yet. */
export interface AbsenceForm {
  readonly from: string
  readonly to: string
  readonly source: string
}
export const BLANK_ABSENCE: AbsenceForm = { from: '', to: '', source: '' }

/** What to send, or null while something is missing or the end lies before the beginning. */
export function absenceOf({ from, to, source }: AbsenceForm): AbsenceInput | null {
  if ([from, to, source].some((text) => text.trim() === '') || to < from) return null
  return { from, to, source: source.trim() }
}

/** An incident as a person types it; '' is not typed yet. */
export interface IncidentForm {
  readonly kind: IncidentInput['kind']
  readonly on: string
  readonly until: string
  readonly what: string
  readonly source: string
  readonly url: string
}
export const BLANK_INCIDENT: IncidentForm = { kind: 'penalty', on: '', until: '', what: '', source: '', url: '' }

/** What to send, or null while something is missing, the end lies before the day, or the link is none. */
export function incidentOf({ kind, on, until, what, source, url }: IncidentForm): IncidentInput | null {
  if ([on, what, source].some((text) => text.trim() === '') || (until !== '' && until < on)) return null
  if (url.trim() !== '' && !/^https?:\/\/\S+$/.test(url.trim())) return null
  return {
    kind,
    on,
    until: until === '' ? null : until,
    what: what.trim(),
    source: source.trim(),
    url: url.trim() === '' ? null : url.trim(),
  }
}

/** The size of a file as people read it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
