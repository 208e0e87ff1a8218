import { mergeBriefs, type Brief } from '@kolibra/core/briefs'
import { describe, expect, test } from 'vitest'
import { blankBrief } from './blank-brief.ts'
import { findRival, type BriefCopy } from './find-rival.ts'

const blank = blankBrief({ productName: '', brand: '', competitors: [], starts: '', ends: '', posts: [], kpis: [] })
const say = (zh: string, en = ''): Brief => ({ ...blank, goal: { zh, en } })
const version = (number: number, brief: Brief) => ({
  version: number,
  brief,
  author: { name: '示例·林' },
  createdAt: '2027-01-01T00:00:00.000Z',
})
const copy = (revision: number, brief: Partial<Brief> | null, after: number | null = 1): BriefCopy => ({
  revision,
  after,
  brief,
  editedBy: null,
  editorName: '示例·王',
  editedAt: '2027-01-02T00:00:00.000Z',
})
const versions = [version(1, say('一'))]
const standing = { revision: 4, after: 1, brief: say('一', 'mine kept') }

describe('whose text stands in the way', () => {
  test('a colleague’s copy, named', () => {
    const rival = findRival(standing, { copy: copy(6, say('二')), versions })
    expect(rival).toMatchObject({ version: null, by: '示例·王', base: standing.brief, theirs: say('二'), next: { revision: 6, after: 1 } })
  })

  test('the version that the copy became: their words can be taken although the copy is gone', () => {
    const rival = findRival(standing, { copy: copy(5, null), versions: [...versions, version(2, say('二', 'mine kept'))] })
    expect(rival).toMatchObject({ version: 2, by: '示例·林', theirs: say('二', 'mine kept'), next: { revision: 5, after: 2 } })
    const mine = say('一', 'mine and more')
    expect(rival && mergeBriefs({ base: rival.base, theirs: rival.theirs, mine })).toMatchObject({
      brief: { goal: { zh: '二', en: 'mine and more' } },
      clashes: [],
    })
  })

  test('a version made beside the copy: what both changed since the version it began on is asked', () => {
    const rival = findRival(standing, { copy: copy(4, standing.brief), versions: [...versions, version(2, say('二'))] })
    expect(rival).toMatchObject({ version: 2, base: say('一'), next: { revision: 4, after: 2 } })
    expect(rival && mergeBriefs({ base: rival.base, theirs: rival.theirs, mine: standing.brief })).toMatchObject({
      brief: { goal: { zh: '二', en: 'mine kept' } },
    })
  })

  test.each([
    ['nobody’s when the copy was only thrown away', copy(5, null)],
    ['nobody’s when mine stands', copy(4, standing.brief)],
  ])('%s', (_, now) => expect(findRival(standing, { copy: now, versions })).toBeNull())
})
