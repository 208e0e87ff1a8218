import { describe, expect, test } from 'vitest'
import { ERRORS } from './index.ts'

describe('the error catalogue', () => {
  test.each(Object.entries(ERRORS))('%s has a noun, a reason, a status and both languages', (code, { status, title, fix }) => {
    expect(code).toMatch(/^[a-z_]+(\.[a-z_0-9]+)+$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    for (const text of [title, fix]) {
      expect(text.en).toMatch(/\.$/)
      expect(text.zh).toMatch(/[一-龥].*。$/)
    }
  })
})
