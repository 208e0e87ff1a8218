import { z } from 'zod'

// The part of OASIS SARIF 2.1.0 that we write, strict: an unknown property or a value out of its list fails. Numbers are its sections.
const text = z.strictObject({ text: z.string().min(1), markdown: z.string().optional() })
const properties = z.record(z.string(), z.unknown())
const level = z.enum(['none', 'note', 'warning', 'error'])
const uri = z.string().regex(/^[^\s<>"{}|\\^`]*$/)
const artifactLocation = z.strictObject({ uri })

/** 3.30: a text region needs a start line or an offset; an end is never before its start. */
const region = z
  .strictObject({
    startLine: z.number().int().min(1).optional(),
    startColumn: z.number().int().min(1).optional(),
    endLine: z.number().int().min(1).optional(),
    endColumn: z.number().int().min(1).optional(),
    charOffset: z.number().int().min(0).optional(),
    charLength: z.number().int().min(0).optional(),
    snippet: z.strictObject({ text: z.string() }).optional(),
  })
  .refine(({ startLine, charOffset }) => startLine !== undefined || charOffset !== undefined)
  .refine(
    ({ startLine = 1, endLine = startLine, startColumn = 1, endColumn = startColumn }) => endLine > startLine || endColumn >= startColumn,
  )

/** 3.49 */
const rule = z.strictObject({
  id: z.string(),
  shortDescription: text.optional(),
  fullDescription: text.optional(),
  help: text.optional(),
  helpUri: z.url().optional(),
  defaultConfiguration: z.strictObject({ level }).optional(),
  properties: properties.optional(),
})

/** 3.55 and 3.57 */
const fix = z.strictObject({
  description: text,
  artifactChanges: z
    .array(
      z.strictObject({
        artifactLocation,
        replacements: z.array(z.strictObject({ deletedRegion: region, insertedContent: z.strictObject({ text: z.string() }) })).min(1),
      }),
    )
    .min(1),
})

/** 3.27; a kind other than fail allows no level but none (3.27.9). */
const result = z
  .strictObject({
    ruleId: z.string(),
    ruleIndex: z.number().int().min(0),
    kind: z.enum(['pass', 'open', 'informational', 'notApplicable', 'review', 'fail']).default('fail'),
    level,
    message: text,
    locations: z.array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }) })).min(1),
    fixes: z.array(fix).min(1).optional(),
    suppressions: z
      .array(
        z.strictObject({
          kind: z.enum(['inSource', 'external']),
          status: z.enum(['accepted', 'underReview', 'rejected']),
          justification: z.string(),
        }),
      )
      .min(1)
      .optional(),
    properties: properties.optional(),
  })
  .refine(({ kind, level: said }) => kind === 'fail' || said === 'none')

/** 3.14; ruleIndex points at the rule of that id (3.27.6). */
const run = z
  .strictObject({
    tool: z.strictObject({ driver: z.strictObject({ name: z.string(), semanticVersion: z.string(), rules: z.array(rule) }) }),
    language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
    columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
    invocations: z.array(z.strictObject({ executionSuccessful: z.boolean() })),
    artifacts: z.array(z.strictObject({ location: artifactLocation })),
    properties: properties.optional(),
    results: z.array(result),
  })
  .refine(({ tool, results }) => results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId))

/** 3.13 */
export const sarifSchema = z.strictObject({ $schema: z.url(), version: z.literal('2.1.0'), runs: z.array(run).length(1) })
