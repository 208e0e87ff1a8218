import { expect, test } from 'vitest'
import { readPrintView } from './print-view.ts'

test.each([
  [
    { version: '2', language: 'zh' },
    { version: 2, language: 'zh' },
  ],
  [{ version: 3 }, { version: 3 }],
  [{ version: '-1', language: 'klingon' }, {}],
  [{}, {}],
])('%o asks for %o', (search, view) => expect(readPrintView(search)).toEqual(view))
