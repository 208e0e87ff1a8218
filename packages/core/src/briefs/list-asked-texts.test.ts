import { expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { listAskedTexts } from './index.ts'

test('what a brief asks to be said is listed; what it forbids is not', () => {
  const [slot] = makeBrief().deliverables
  const brief = makeBrief({
    verbatim: ['照念'],
    hashtags: ['#换季'],
    mustNot: [{ zh: '不要说「最佳」', en: 'Do not say “best”' }],
    deliverables: slot === undefined ? [] : [{ ...slot, id: 'other', fixedCaption: '统一文案' }, slot],
  })
  expect(listAskedTexts(brief)).toEqual(['清爽不黏的面霜。', '含甘油。', '说出产品全名。', '照念', '统一文案', '#换季'])
})
