import { EXPERIENCE_SIDES, SEVERITIES, experienceInputSchema } from '@kolibra/core/creators'
import { describe, expect, test } from 'vitest'
import { blankExperience, experienceOf, listKinds, withSide } from './experience-form.ts'

const blank = blankExperience('2026-11-27')

describe('an experience as it is typed', () => {
  test('waits for words and a day', () => {
    expect(experienceOf(blank)).toBeNull()
    expect(experienceOf({ ...blank, words: '示例', on: '' })).toBeNull()
  })

  test.each(EXPERIENCE_SIDES.flatMap((side) => listKinds(side).map((kind) => ({ side, kind }))))(
    '$side: $kind is taken by the server',
    ({ side, kind }) => {
      for (const severity of SEVERITIES) {
        const sent = experienceOf({ ...blank, side, kind, severity, words: ' 示例 ' })
        expect(experienceInputSchema.safeParse(sent).success).toBe(true)
        expect(sent).toMatchObject({ words: '示例', evidence: null, campaignId: null })
      }
    },
  )

  test('a kind of one side alone does not stay when the other is chosen', () => {
    expect(withSide({ ...blank, kind: 'label_missing' }, 'desk').kind).toBe('praise')
    expect(withSide({ ...blank, kind: 'late' }, 'desk').kind).toBe('late')
  })
})
