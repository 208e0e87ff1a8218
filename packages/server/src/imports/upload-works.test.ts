import { expect, test } from 'vitest'
import { makeWorks } from './upload-works.ts'

test('work that begins or ends while the database is asked is seen by whoever asked', async () => {
  const works = makeWorks()
  const early = works.watch()
  works.expect('a')
  expect([early('a')?.kind, works.find('a')?.kind, works.find('b')]).toEqual(['reading', 'reading', null])
  works.expect('c')
  works.expectNot('c')
  expect(works.find('c')).toBeNull()
  const during = works.watch()
  await works.run('a', 'committing', async () => expect(works.find('a')?.kind).toBe('committing'))
  expect(works.find('a')).toBeNull()
  // The row this one holds was read before the work ended: it must not be told that nobody works on it.
  expect(during('a')?.kind).toBe('reading')
  expect(works.watch()('a')).toBeNull()
})
