import {
  EXPERIENCE_KINDS,
  EXPERIENCE_RULES,
  isPraise,
  type ExperienceInput,
  type ExperienceKind,
  type ExperienceSide,
  type Severity,
} from '@kolibra/core/creators'

/** An experience as it is typed. */
export interface ExperienceForm {
  readonly side: ExperienceSide
  readonly kind: ExperienceKind
  readonly severity: Severity
  readonly on: string
  readonly words: string
  readonly evidence: string
  readonly campaignId: string
}

/** The kinds of experience that one side can have caused. */
export function listKinds(side: ExperienceSide): ExperienceKind[] {
  return EXPERIENCE_KINDS.filter((kind) => EXPERIENCE_RULES[kind].sides.some((one) => one === side))
}

/** The form with another side; a kind that this side cannot have caused becomes the first that it can. */
export function withSide(form: ExperienceForm, side: ExperienceSide): ExperienceForm {
  const kinds = listKinds(side)
  return { ...form, side, kind: kinds.includes(form.kind) ? form.kind : (kinds[0] ?? form.kind) }
}

/** A blank form on a Shanghai day. */
export function blankExperience(today: string): ExperienceForm {
  return { side: 'creator', kind: 'praise', severity: 'minor', on: today, words: '', evidence: '', campaignId: '' }
}

/** What is sent; null while something is missing. */
export function experienceOf(form: ExperienceForm): ExperienceInput | null {
  const { side, kind, severity, on, words, evidence, campaignId } = form
  if (on === '' || words.trim() === '') return null
  return {
    side,
    kind,
    severity: isPraise({ kind }) ? null : severity,
    on,
    words: words.trim(),
    evidence: evidence.trim() === '' ? null : evidence.trim(),
    campaignId: campaignId === '' ? null : campaignId,
  }
}
