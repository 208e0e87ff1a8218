import { expect, test } from 'vitest'
import { readCreatorView } from './creator-view.ts'

const ID = '018f3a5c-0000-7000-8000-000000000001'

test('the campaign a creator was opened from is read', () => expect(readCreatorView({ campaign: ID })).toEqual({ campaign: ID }))

test.each([{}, { campaign: '' }, { campaign: 7 }, { campaign: `${ID}&x=1` }, { campaign: 'first-snow' }])('%j names none', (search) =>
  expect(readCreatorView(search)).toEqual({}),
)
