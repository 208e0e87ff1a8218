import { MantineProvider } from '@mantine/core'
import { newAccount } from '@kolibra/core/creators'
import { buildPage, FEE_TABLE, type CreatorPage } from '@kolibra/core/selection'
import { createInstance } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import { en } from '../../app/i18n/en.ts'
import { zh } from '../../app/i18n/zh.ts'
import { PricesSection } from './PricesSection.tsx'

function show(peers: CreatorPage['peers'], language: 'en' | 'zh'): string {
  const i18n = createInstance({
    lng: language,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
    nsSeparator: false,
    initAsync: false,
  })
  void i18n.use(initReactI18next).init()
  const account = newAccount({ platform: 'xiaohongshu', accountId: 'a', followers: 60_000, categories: ['护肤'] })
  const held = { id: 'c', account, type: null, tier: 'mid' as const, forecast: null, history: [], stored: [], splitPosts: [] }
  const page = buildPage({ ...held, peers, today: '2026-11-26', fees: FEE_TABLE })
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <PricesSection page={page} />
      </MantineProvider>
    </I18nextProvider>,
  )
}

test('a creator of whom no number can be compared is told so, not that peers are being worked out', () => {
  const nothing = { category: '护肤', asOf: null, ranks: [] }
  expect(show(nothing, 'en')).toContain('every number that could be compared is not known')
  expect(show(nothing, 'zh')).toContain('可比数值未知')
  const ranks = [{ measure: 'viewsP50' as const, value: 100, n: 0, rank: null, median: null, low: null, high: null }]
  expect(show({ ...nothing, ranks }, 'en')).toContain('The peers are being worked out')
  expect(show({ ...nothing, ranks }, 'zh')).toContain('同类数据正在计算')
})
