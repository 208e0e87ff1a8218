import { MantineProvider } from '@mantine/core'
import type { Person } from '@kolibra/core/creators'
import { createInstance } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import { en } from '../../app/i18n/en.ts'
import { zh } from '../../app/i18n/zh.ts'
import { EraseForm } from './EraseDialog.tsx'

const account = (platform: string, accountId: string, displayName: string | null): Person['accounts'][number] => ({
  id: `row-${accountId}`,
  platform,
  accountId,
  displayName,
  handle: null,
  followers: null,
  region: null,
  mcn: null,
  categories: [],
  linkedAt: null,
  linkedBy: null,
})
const person: Person = {
  personId: 'p',
  accounts: [account('xiaohongshu', 'id-1', '示例·离开'), account('douyin', 'id-2', null)],
}

function show(language: 'en' | 'zh'): string {
  const i18n = createInstance({
    lng: language,
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  void i18n.use(initReactI18next).init()
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <EraseForm person={person} busy={false} onErase={() => undefined} onCancel={() => undefined} />
      </MantineProvider>
    </I18nextProvider>,
  )
}

test.each([
  ['en', 'Douyin', 'Erase for good'],
  ['zh', '抖音', '彻底删除'],
] as const)('in %s the dialog names the person with every account, and the button waits for a tick', (language, platform, button) => {
  const markup = show(language)
  for (const told of ['示例·离开', 'id-1', 'id-2', platform, button]) expect(markup).toContain(told)
  expect(markup).toMatch(/<input[^>]*type="checkbox"/)
  expect(markup).not.toMatch(/<input[^>]*checked/)
  expect(markup.match(/<button[^>]*>/g)?.[0]).toContain('disabled')
})
