import { expect, test } from 'vitest'
import { SOURCES } from '../imports/index.ts'
import { nameDefinition } from './definition-names.ts'

const DEFINITIONS = new Set(
  SOURCES.flatMap(({ columns }) => columns.flatMap(({ target }) => (target.to === 'metric' ? (target.definition ?? []) : []))),
)

test('every definition that an import can bring is said in Chinese, without an English word', () => {
  const raw = [...DEFINITIONS].filter((definition) => /[A-Za-z]{3,}/.test(nameDefinition(definition).zh))
  expect(DEFINITIONS.size).toBeGreaterThan(60)
  expect(raw).toEqual([])
})

test.each([
  ['full plays ÷ plays', '完整播放 ÷ 播放量'],
  ['image_note; as the vendor counts', '图文笔记；数据商口径'],
  ['image_note: price ÷ reads', '图文笔记：报价 ÷ 阅读量'],
  ['expectedCpe of image_note: relative difference to peers as Pugongying picks them', '图文笔记：与蒲公英选定同类账号的相对差异'],
  ['精致妈妈', '精致妈妈'],
  ['as somebody else says', 'as somebody else says'],
])('%s is %s', (definition, zh) => expect(nameDefinition(definition)).toEqual({ en: definition, zh }))
