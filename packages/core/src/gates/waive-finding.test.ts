import { describe, expect, test } from 'vitest'
import { MEMBER_ROLES } from '../accounts/index.ts'
import { makeFinding, type Gate } from '../campaigns/index.ts'
import { say } from '../shared/index.ts'
import { checkWaiver, mayWaive } from './index.ts'

const finding = (severity: 'block' | 'warn' | 'info', waivable = true) =>
  makeFinding({ kind: 'mix', id: 'mix' }, { code: 'choice.x', severity, waivable, because: say('b', 'b'), fix: say('f', 'f') })
const GRID = { block: 'owner', warn: 'owner manager', info: '' } as const
const cells = (['block', 'warn', 'info'] as const).flatMap((severity) =>
  [...MEMBER_ROLES, 'creator', 'toString'].flatMap((role) => [true, false].map((waivable) => ({ severity, role, waivable }))),
)

describe('who may waive what', () => {
  test.each(cells)('$severity by $role, waivable $waivable', ({ severity, role, waivable }) => {
    expect(mayWaive(finding(severity, waivable), role)).toBe(waivable && GRID[severity].split(' ').includes(role))
  })
})

describe('what a waiver must bring', () => {
  const ask = (change: {
    gate?: Gate
    role?: string
    reason?: string
    evidence?: string | null
    severity?: 'block' | 'warn' | 'info'
    waivable?: boolean
  }) => {
    const {
      gate = 'rules',
      role = 'owner',
      reason = 'settled with counsel',
      evidence = 'letter 3',
      severity = 'block',
      waivable = true,
    } = change
    const outcome = checkWaiver({ gate, finding: finding(severity, waivable), role, reason, evidence })
    return outcome.ok ? [] : outcome.refusals.map(({ code }) => code)
  }
  test.each([
    { why: 'complete', change: {}, codes: [] },
    { why: 'nobody waives', change: { waivable: false }, codes: ['waiver.not_waivable'] },
    { why: 'an info needs none', change: { severity: 'info' as const }, codes: ['waiver.not_waivable'] },
    { why: 'wrong role', change: { role: 'manager' }, codes: ['waiver.wrong_role'] },
    { why: 'near miss: the same role on a warning', change: { role: 'manager', severity: 'warn' as const }, codes: [] },
    { why: 'blank reason', change: { reason: '  ' }, codes: ['waiver.reason_missing'] },
    { why: 'rule error without evidence', change: { evidence: null }, codes: ['waiver.evidence_missing'] },
    { why: 'near miss: another gate asks for no evidence', change: { gate: 'goal' as const, evidence: null }, codes: [] },
    { why: 'near miss: a rule warning asks for none', change: { severity: 'warn' as const, evidence: null }, codes: [] },
    {
      why: 'everything wrong at once',
      change: { role: 'viewer', reason: '', evidence: '' },
      codes: ['waiver.wrong_role', 'waiver.reason_missing', 'waiver.evidence_missing'],
    },
  ])('$why', ({ change, codes }) => {
    expect(ask(change)).toEqual(codes)
  })
})
