import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { briefSchema, checkBrief, computeFreedom, moveBrief } from './index.ts'

const text = readFileSync(new URL('../../../../examples/brief.yaml', import.meta.url), 'utf8')
const brief = briefSchema.parse(parse(text))

describe('examples/brief.yaml', () => {
  test('has no finding', () => {
    expect(checkBrief(brief, { kind: 'brief', id: 'example' })).toEqual([])
  })

  test('leaves the creator free and scripts nobody', () => {
    expect(computeFreedom(brief).score).toBe(100)
    expect(brief.verbatim).toEqual([])
  })

  test('can go out once somebody other than its author has reviewed it', () => {
    const reviewer = { roles: ['local_reviewer'], isAuthor: false, hasReviewer: true } as const
    expect(moveBrief('in_review', 'approve', reviewer)).toEqual({ ok: true, value: 'approved' })
  })
})
