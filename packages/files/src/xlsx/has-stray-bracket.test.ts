import { expect, test } from 'vitest'
import { hasStrayBracket } from './has-stray-bracket.ts'

test.each([
  ['<a b="1">x</a>', false],
  ['<a b=">">x</a>', false],
  ['<!-- << <a --><b/>', false],
  ['<a><![CDATA[1 << 2]]></a>', false],
  ['<?xml version="1.0"?><!DOCTYPE a><a/>', false],
  ['', false],
  ['no tag', false],
  ['<a', false],
  ['<!-- without end < <', false],
  ['<<', true],
  ['<a <b/>', true],
  ['<a/><b<c/>', true],
  ['<!-- a --><<b/>', true],
])('%s', (xml, isStray) => {
  expect(hasStrayBracket(Buffer.from(xml))).toBe(isStray)
})
