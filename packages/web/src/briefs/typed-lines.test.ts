import { expect, test } from 'vitest'
import { mintItemId } from './item-id.ts'
import { keepLines, readLines } from './typed-lines.ts'

const item = (id: string, text: string) => ({ id, text })
const items = [item('a', '#一'), item('b', '#二')]
const keep = (lines: string[]) =>
  keepLines(lines, { items, textOf: ({ text }) => text, make: (text, old) => item(old?.id ?? 'new', text) }).map(
    ({ id, text }) => `${id} ${text}`,
  )

test('readLines drops blanks', () => expect(readLines(' a \n\n b')).toEqual(['a', 'b']))

test.each([
  { why: 'nothing changed', lines: ['#一', '#二'], kept: ['a #一', 'b #二'] },
  { why: 'one is added', lines: ['#一', '#二', '#三'], kept: ['a #一', 'b #二', 'new #三'] },
  { why: 'one is struck, the other keeps its id', lines: ['#二'], kept: ['b #二'] },
  { why: 'a line typed on keeps its id', lines: ['#一号', '#二'], kept: ['a #一号', 'b #二'] },
  { why: 'one is put before', lines: ['#零', '#一', '#二'], kept: ['new #零', 'a #一', 'b #二'] },
  { why: 'the same line twice is two items', lines: ['#一', '#一'], kept: ['a #一', 'b #一'] },
])('$why', ({ lines, kept }) => expect(keep(lines)).toEqual(kept))

test('new ids carry their prefix, are allowed in a brief and differ', () => {
  const ids = Array.from({ length: 50 }, () => mintItemId('s'))
  expect(ids.every((id) => /^s-[0-9a-z]{8}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(50)
})
