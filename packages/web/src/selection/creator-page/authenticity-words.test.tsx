import { MantineProvider } from '@mantine/core'
import { newAccount, newMetric, newPost, vetAccounts, type Account } from '@kolibra/core/creators'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createInstance } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import { en } from '../../app/i18n/en.ts'
import { zh } from '../../app/i18n/zh.ts'
import { AuthenticitySection } from './AuthenticitySection.tsx'

/** What the section of the page says, as a person reads it. */
function show(account: Account, language: 'en' | 'zh'): string {
  const i18n = createInstance({
    lng: language,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
    nsSeparator: false,
    initAsync: false,
  })
  void i18n.use(initReactI18next).init()
  const client = new QueryClient()
  const [vetting] = vetAccounts([account], [])
  client.setQueryData(['creator', 'c', 'vetting', null], { asOf: '2026-11-26T04:00:00.000Z', peers: 0, vetting })
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <QueryClientProvider client={client}>
          <AuthenticitySection creatorId="c" campaignId={undefined} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  )
  return markup
    .replaceAll(/<style.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

const metric = (name: string, value: number) => newMetric({ name, value, unit: 'plays', source: 's', column: 'c', importId: 'i' })
const posts = (views: number) =>
  Array.from({ length: 10 }, (_, n) => newPost({ postId: `p${n}`, views, likes: views / 30, comments: 2, shares: 1, saves: 1 }))
const faded = (boost: boolean) =>
  newAccount({
    platform: 'xiaohongshu',
    accountId: 'a',
    followers: 60_000,
    posts: posts(400),
    metrics: [metric('viewsMedian', 7400), ...(boost ? [metric('expectedPlaysPromoted', 90_000)] : [])],
  })
const ACCUSING = /fraud|fake|bought follow|cheat|造假|作弊|刷量|刷粉|刷赞|水军|买粉|虚假/i

test('a platform’s median that its own last posts contradict is told with both numbers, as inconsistent and no more', () => {
  expect(show(faded(false), 'en')).toMatch(/Inconsistent with peers.*the platform says 7,400, the last 10 posts held have 400/)
  expect(show(faded(false), 'zh')).toMatch(/平台称 7,400，所持最近 10 篇为 400/)
})

test('paid promotion is named as legal, and the score is that of the same account without it', () => {
  const scoreOf = (text: string) => /Score (\d+ of 100)/.exec(text)?.[1]
  expect(show(faded(true), 'en')).toContain('paid promotion is used or offered; that is legal and explains high views')
  expect(show(faded(true), 'zh')).toContain('付费加热；属合规行为')
  expect(scoreOf(show(faded(false), 'en'))).toMatch(/^\d+ of 100$/)
  expect(scoreOf(show(faded(true), 'en'))).toBe(scoreOf(show(faded(false), 'en')))
})

test('how much evidence there is stands beside the score, rounded as the command line rounds it; without any the score is a dash', () => {
  const { authenticity } = vetAccounts([faded(false)], [])[0]!
  expect((authenticity.score ?? 0) % 1).toBeGreaterThan(0.5)
  expect(show(faded(false), 'en')).toContain(
    `Score ${Math.floor(authenticity.score ?? Number.NaN)} of 100 Evidence held ${(100 * authenticity.completeness).toFixed(1)}%`,
  )
  const nothing = newAccount({ platform: 'xiaohongshu', accountId: 'a' })
  expect(show(nothing, 'en')).toMatch(/Score – .*No evidence is not a clean record.*Evidence held 0%/)
})

test('no sentence accuses anybody, whatever is found', () => {
  for (const text of [show(faded(true), 'en'), show(faded(true), 'zh')]) expect(text).not.toMatch(ACCUSING)
  for (const catalogue of [en, zh])
    for (const part of [catalogue.vetting, catalogue.image, catalogue.posts]) expect(JSON.stringify(part)).not.toMatch(ACCUSING)
})
