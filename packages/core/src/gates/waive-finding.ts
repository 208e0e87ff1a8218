import { MEMBER_ROLES, mayDo, type Permission } from '../accounts/index.ts'
import type { Finding, Gate, Subject, Waiver } from '../campaigns/index.ts'
import { accept, refuse, type Outcome } from '../shared/index.ts'

/** Which permission waives a finding: the owner a block, whoever may publish a warning; an info needs none. */
export const WAIVER_PERMISSION = {
  block: 'gates.waive',
  warn: 'gates.waive_warning',
  info: null,
} as const satisfies Record<Finding['severity'], Permission | null>

/** Whether a member of this role may waive this finding. An unknown role may not. */
export function mayWaive({ severity, waivable }: Pick<Finding, 'severity' | 'waivable'>, role: string): boolean {
  const permission = WAIVER_PERMISSION[severity]
  const known = MEMBER_ROLES.find((member) => member === role)
  return waivable && permission !== null && known !== undefined && mayDo(known, permission)
}

/** What a person enters to waive. */
export interface WaiverRequest {
  readonly gate: Gate
  readonly finding: Finding
  readonly role: string
  readonly reason: string
  readonly evidence?: string | null | undefined
}

const isBlank = (text: string | null | undefined) => (text ?? '').trim() === ''

/** A rule error needs evidence beside the reason (interfaces.md §1.1). */
function needsEvidence(gate: Gate, { severity }: Finding): boolean {
  return gate === 'rules' && severity === 'block'
}

/** Refuses `waiver.not_waivable`, `waiver.wrong_role`, `waiver.reason_missing`, `waiver.evidence_missing`, all at once. */
export function checkWaiver({ gate, finding, role, reason, evidence }: WaiverRequest): Outcome<null> {
  const { code } = finding
  if (!finding.waivable || WAIVER_PERMISSION[finding.severity] === null) return refuse({ code: 'waiver.not_waivable', finding: code })
  const refusals = [
    ...(mayWaive(finding, role) ? [] : [{ code: 'waiver.wrong_role', role, finding: code }]),
    ...(isBlank(reason) ? [{ code: 'waiver.reason_missing', finding: code }] : []),
    ...(needsEvidence(gate, finding) && isBlank(evidence) ? [{ code: 'waiver.evidence_missing', finding: code }] : []),
  ]
  return refusals.length > 0 ? refuse(...refusals) : accept(null)
}

/** True when both name the same thing. */
export function isSameSubject(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && one.id === other.id
}

/** Whether a stored waiver settles this finding on this input: same gate, code, subject and hash, and it was one that may be given. */
export function doesWaive(waiver: Waiver, finding: Finding, { gate, inputHash }: { gate: Gate; inputHash: string }): boolean {
  return (
    waiver.gate === gate &&
    waiver.code === finding.code &&
    waiver.inputHash === inputHash &&
    isSameSubject(waiver.subject, finding.subject) &&
    checkWaiver({ gate, finding, role: waiver.role, reason: waiver.reason, evidence: waiver.evidence }).ok
  )
}
