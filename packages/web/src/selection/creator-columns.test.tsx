import { createInstance } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import { en } from '../app/i18n/en.ts'
import { fitPhone } from './fit-phone.ts'
import { useCreatorColumns } from './use-creator-columns.tsx'

/** The box that marks a row, before the first column. */
const MARK_PX = 40
/** A window of 1280 less page margins, the filters with their gap, frame and scroll bar. */
const DESK_PX = 1280 - 40 - 270 - 17
/** A phone of 390 less page margins and frame. */
const PHONE_PX = 390 - 24 - 2

function listColumns() {
  const i18n = createInstance({ lng: 'en', resources: { en: { translation: en } }, initAsync: false })
  void i18n.use(initReactI18next).init()
  const columns: { key: string; width: number }[] = []
  function Probe() {
    columns.push(...useCreatorColumns(1))
    return null
  }
  renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Probe />
    </I18nextProvider>,
  )
  return columns
}

/** The keys of the columns that are seen whole before one scrolls. */
function seenWhole(columns: readonly { key: string; width: number }[], space: number): string[] {
  let end = MARK_PX
  return columns.flatMap(({ key, width }) => ((end += width) <= space ? [key] : []))
}

test('at 1280 the price is seen whole', () =>
  expect(seenWhole(listColumns(), DESK_PX)).toEqual(['name', 'platform', 'type', 'followers', 'viewsP50', 'priceFen']))

test('on a phone followers and price stand beside the name, and no column is lost', () => {
  const all = listColumns()
  const fitted = fitPhone(all)
  expect(seenWhole(fitted, PHONE_PX)).toEqual(['name', 'followers', 'priceFen'])
  expect(fitted.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted())
})
