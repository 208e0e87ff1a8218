import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { listSentences } from './list-sentences.ts'
import { namePath } from './name-path.ts'

describe('a place in the brief is called as the form calls it', () => {
  test.each([
    { path: 'mustSay[0]', zh: '「要点」第 1 条', en: '“Points to make” no. 1' },
    { path: 'keyMessage', zh: '「核心信息」', en: '“Key message”' },
    { path: 'deliverables[1].fixedCaption', zh: '「发布内容」第 2 条', en: '“Posts” no. 2' },
    { path: 'disclosure.note', zh: '「广告标识与报备」', en: '“Label and filing”' },
    { path: 'elsewhere[2]', zh: 'elsewhere[2]', en: 'elsewhere[2]' },
  ])('$path', ({ path, zh, en }) => expect(namePath(path)).toEqual({ zh, en }))

  test('no sentence of a brief is told by its path', () => {
    for (const { path } of listSentences(makeBrief())) expect(namePath(path).zh).toMatch(/^「/)
  })
})
