import { expect, test } from 'vitest'
import { isSameKind, listRowsFor } from './index.ts'

const note = { id: 'd1', platform: 'xiaohongshu', format: 'note' }
const video = { id: 'd2', platform: 'xiaohongshu', format: 'video' }
const elsewhere = { id: 'd3', platform: 'douyin', format: 'video' }

test.each([
  ['the same', note, { platform: 'xiaohongshu', format: 'note' }, true],
  ['near miss: another format of the platform', note, video, false],
  ['near miss: the format of another platform', video, elsewhere, false],
])('%s', (_, one, other, same) => expect(isSameKind(one, other)).toBe(same))

test('rows of a post are those of its platform and format, and none where only the platform is named', () => {
  expect(listRowsFor([note, video, elsewhere], { platform: 'xiaohongshu', format: 'video' })).toEqual([video])
  expect(listRowsFor([note], { platform: 'xiaohongshu', format: 'live' })).toEqual([])
})
