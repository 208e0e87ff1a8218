import { expect, test } from 'vitest'
import { listClashes } from '../index.ts'

const WORK = { brand: 'Talmilch', category: 'cosmetics', from: '2026-12-01', to: '2026-12-31', exclusive: true }
const ASKED = {
  brand: 'Alpensee',
  category: 'cosmetics',
  competitors: ['Bergquell'],
  competitorDays: 90,
  from: '2026-12-10',
  to: '2026-12-20',
}

test.each([
  ['bound to another brand', {}, {}, ['exclusivity']],
  ['near miss: not bound', { exclusive: false }, {}, []],
  ['near miss: another category', { category: 'food' }, {}, []],
  ['any category, where none is named', { category: 'food' }, { category: null }, ['exclusivity']],
  ['bound on the platform that is asked', { platforms: ['weibo', 'douyin'] }, { platform: 'douyin' }, ['exclusivity']],
  ['near miss: bound on another platform', { platforms: ['weibo'] }, { platform: 'douyin' }, []],
  ['bound on all platforms, where none is named', { platforms: null }, { platform: 'douyin' }, ['exclusivity']],
  ['bound on one, asked about any', { platforms: ['weibo'] }, { platform: null }, ['exclusivity']],
  [
    'a competitor on another platform is one',
    { brand: 'Bergquell', exclusive: false, platforms: ['weibo'] },
    { platform: 'douyin' },
    ['competitor'],
  ],
  ['bound until the first day', { to: '2026-12-10' }, {}, ['exclusivity']],
  ['near miss: bound until the day before', { to: '2026-12-09' }, {}, []],
  ['near miss: bound from the day after', { from: '2026-12-21' }, {}, []],
  ['bound to the brand that asks, whatever its case and width', { brand: ' ＡLPENSEE' }, {}, []],
  ['a competitor, whatever its case and width', { brand: 'ｂergQuell ', exclusive: false }, {}, ['competitor']],
  ['a competitor with whom one is bound', { brand: 'Bergquell' }, {}, ['exclusivity', 'competitor']],
  ['a competitor 90 days ago', { brand: 'Bergquell', from: '2026-09-01', to: '2026-09-11' }, {}, ['competitor']],
  ['near miss: a competitor 91 days ago', { brand: 'Bergquell', from: '2026-09-01', to: '2026-09-10' }, {}, []],
  ['near miss: our own brand among the competitors', { brand: 'Alpensee', exclusive: false }, { competitors: ['alpensee'] }, []],
] as const)('%s', (_, work, asked, found) => expect(listClashes({ ...WORK, ...work }, { ...ASKED, ...asked })).toEqual(found))
