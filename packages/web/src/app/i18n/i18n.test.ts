import { describe, expect, test } from 'vitest'
import { SOURCES } from '@kolibra/core/imports'
import { en } from './en.ts'
import { chooseLanguage } from './language.ts'
import { zh } from './zh.ts'

type Tree = { readonly [key: string]: string | Tree }

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  )

const english = new Map(flatten(en))
const chinese = new Map(flatten(zh))
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the two languages', () => {
  test('have the same keys', () => expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort()))
  test('leave nothing empty', () => {
    for (const [key, text] of [...english, ...chinese]) expect(text, key).not.toBe('')
  })
  test('have the same blanks to fill', () => {
    for (const [key, text] of english) expect(blanks(chinese.get(key) ?? ''), key).toEqual(blanks(text))
  })
  test('no exclamation marks', () => {
    for (const [key, text] of [...english, ...chinese]) expect(text, key).not.toMatch(/[!！]/)
  })
})

describe('chooseLanguage', () => {
  test.each([
    ['zh', ['en-US'], 'zh'],
    ['en', ['zh-CN'], 'en'],
    [null, ['zh-Hant-TW', 'en'], 'zh'],
    [null, ['de-CH', 'zh-CN', 'en'], 'zh'],
    [null, ['de-CH', 'fr'], 'en'],
    ['fr', ['zh'], 'zh'],
    [null, [], 'en'],
  ] as const)('stored %s, browser %j: %s', (stored, preferred, language) => expect(chooseLanguage(stored, preferred)).toBe(language))
})

test('every metric, unit and format that an import can bring has a name in both languages', () => {
  const unnamed = SOURCES.flatMap(({ columns }) =>
    columns.flatMap(({ target }) => {
      if (target.to === 'metric') return [`metric.${target.name}`, `unit.${target.unit}`]
      return target.to === 'quote' ? [`format.${target.format}`] : []
    }),
  ).filter((key) => !english.has(key) || !chinese.has(key))
  expect([...new Set(unnamed)]).toEqual([])
})
