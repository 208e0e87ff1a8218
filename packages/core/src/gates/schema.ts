import { z } from 'zod'
import { findingSchema, gateSchema, subjectSchema, waiverSchema } from '../campaigns/schema.ts'

/** Passed (warnings allowed), open (an input is missing), blocked, or waived (every block has a waiver that counts). */
export const GATE_STATES = ['passed', 'open', 'blocked', 'waived'] as const
export const gateStateSchema = z.enum(GATE_STATES)

/** One gate on one subject, bound to the hash of everything it looked at. */
export const judgementSchema = z.object({
  gate: gateSchema,
  subject: subjectSchema,
  label: z.string(),
  state: gateStateSchema,
  inputHash: z.string(),
  /** Hash per named part of the input ("brief", "draft", …): stored with a pass, so that a reopening can name its reason. */
  parts: z.record(z.string(), z.string()),
  findings: z.array(findingSchema),
  waivers: z.array(waiverSchema),
  /** Why an earlier pass no longer counts, e.g. ["brief", "draft"]; empty when nothing reopened. */
  reopenedBy: z.array(z.string()),
})

/** The spine: five gates, then live and report; the worst state and the counts of each. */
export const spineSchema = z.object({
  gates: z.array(
    z.object({
      gate: gateSchema,
      state: gateStateSchema,
      passed: z.number().int(),
      total: z.number().int(),
      judgements: z.array(judgementSchema),
    }),
  ),
  live: z.object({ published: z.number().int(), total: z.number().int() }),
  turn: z.enum(['brand', 'agency', 'creator', 'none']),
})

export type GateState = z.infer<typeof gateStateSchema>
export type Judgement = z.infer<typeof judgementSchema>
export type Spine = z.infer<typeof spineSchema>
