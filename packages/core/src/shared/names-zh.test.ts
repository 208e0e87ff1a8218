import { describe, expect, test } from 'vitest'
import {
  CATEGORIES,
  CATEGORY_NAMES_ZH,
  CREATOR_TYPES,
  FORMAT_NAMES_ZH,
  nameZh,
  PLATFORM_NAMES_ZH,
  PLATFORMS,
  TYPE_NAMES_ZH,
} from './index.ts'

describe('what Chinese sentences call a key', () => {
  test.each([
    { table: 'platforms', names: PLATFORM_NAMES_ZH, keys: PLATFORMS },
    { table: 'creator types', names: TYPE_NAMES_ZH, keys: CREATOR_TYPES },
    { table: 'categories', names: CATEGORY_NAMES_ZH, keys: CATEGORIES },
  ])('every one of the $table has a name, and no two share one', ({ names, keys }) => {
    const said = keys.map((key) => nameZh(names, key))
    expect(said.filter((name) => !/[一-龥]/.test(name))).toEqual([])
    expect(new Set(said).size).toBe(keys.length)
  })

  test.each([
    ['note_picture', '图文笔记'],
    ['video_60s_plus', '60 秒以上视频'],
    ['a format of tomorrow', 'a format of tomorrow'],
    ['toString', 'toString'],
    ['', ''],
  ])('%s reads %s', (key, name) => expect(nameZh(FORMAT_NAMES_ZH, key)).toBe(name))
})
