import { engagementInputSchema, incidentInputSchema } from '@kolibra/core/creators'
import { describe, expect, test } from 'vitest'
import {
  absenceOf,
  BLANK_CLEARANCE,
  BLANK_ENGAGEMENT,
  BLANK_INCIDENT,
  clearanceOf,
  engagementOf,
  formatBytes,
  incidentOf,
} from './dossier-forms.ts'

describe('engagementOf', () => {
  const form = { ...BLANK_ENGAGEMENT, brand: ' Talmilch ', from: '2026-10-01', to: '2026-10-31', source: '达人自述' }
  test('sends what the server takes', () => {
    const entry = engagementOf(form)
    expect(entry).toMatchObject({ brand: 'Talmilch', exclusive: false, platforms: null })
    expect(engagementOf({ ...form, platforms: ['douyin'] })?.platforms).toEqual(['douyin'])
    expect(engagementInputSchema.safeParse(entry).success).toBe(true)
  })
  test.each([{ brand: ' ' }, { from: '' }, { to: '2026-09-30' }, { source: '' }])('%j is not sent', (change) => {
    expect(engagementOf({ ...form, ...change })).toBeNull()
  })
})

describe('incidentOf', () => {
  const form = { ...BLANK_INCIDENT, on: '2026-03-02', what: '示例处罚', source: '示例公示' }
  test.each([
    [{}, { until: null, url: null }],
    [
      { until: '2026-04-01', url: ' https://example.com/1 ' },
      { until: '2026-04-01', url: 'https://example.com/1' },
    ],
  ])('%j is sent as the server takes it', (change, expected) => {
    const entry = incidentOf({ ...form, ...change })
    expect(entry).toMatchObject(expected)
    expect(incidentInputSchema.safeParse(entry).success).toBe(true)
  })
  test.each([{ on: '' }, { what: ' ' }, { source: '' }, { until: '2026-03-01' }, { url: 'javascript:alert(1)' }])(
    '%j is not sent',
    (change) => {
      expect(incidentOf({ ...form, ...change })).toBeNull()
    },
  )
})

test.each([
  [999, '999 B'],
  [12_345, '12 kB'],
  [20_971_520, '21.0 MB'],
])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))

test('days not free need both days in order and a source', () => {
  const form = { from: '2026-12-01', to: '2026-12-03', source: ' 达人自述 ' }
  expect(absenceOf(form)).toEqual({ ...form, source: '达人自述' })
  expect([absenceOf({ ...form, to: '2026-11-30' }), absenceOf({ ...form, source: ' ' }), absenceOf({ ...form, from: '' })]).toEqual([
    null,
    null,
    null,
  ])
})

test('that no other work was named needs the day and where one knows it from', () => {
  const form = { askedOn: '2026-11-20', source: ' 示例·微信 ' }
  expect(clearanceOf(form)).toEqual({ askedOn: '2026-11-20', source: '示例·微信' })
  expect([clearanceOf(BLANK_CLEARANCE), clearanceOf({ ...form, source: ' ' }), clearanceOf({ ...form, askedOn: '' })]).toEqual([
    null,
    null,
    null,
  ])
})
