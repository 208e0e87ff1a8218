import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a page is about. */
export interface Ids {
  readonly campaignId: string
  readonly creatorId: string
  /** The creator of whom all is known. */
  readonly filledId: string
}

/** A page in one state, as it is photographed and judged. */
export interface Place {
  readonly name: string
  readonly path: (ids: Ids) => string
  /** Shows that the page is whole. */
  readonly ready: (page: Page) => Promise<void>
}

/** The page has its title. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()
/** The pages and their dialogs, but those of imports. */
export const PLACES: readonly Place[] = [
  { name: 'campaigns', path: () => '/campaigns', ready: heading },
  {
    name: 'campaign',
    path: ({ campaignId }) => `/campaigns/${campaignId}`,
    ready: async (page) => {
      await page.getByTestId('spine-goal').waitFor()
      await page
        .getByTestId('mix')
        .getByRole('columnheader', { name: /^(Wished tone|期望文风)$/ })
        .waitFor()
    },
  },
  {
    name: 'goal',
    path: ({ campaignId }) => `/campaigns/${campaignId}/goal`,
    ready: async (page) => {
      await page.getByTestId('spine-goal').waitFor()
      await page.getByTestId('dial-views').waitFor()
      await page.getByTestId('guard-rails').waitFor()
      await page.getByTestId('baselines').waitFor()
      await page
        .getByLabel(/^(Goes on from|承接自)$/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'goal-editing',
    path: ({ campaignId }) => `/campaigns/${campaignId}/goal`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Edit goal|修改目标)$/ }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Baseline from the series|由数据计算基线)$/ })
        .waitFor()
    },
  },
  {
    name: 'plan',
    path: ({ campaignId }) => `/campaigns/${campaignId}/plan`,
    ready: (page) => page.getByTestId('plan-history').waitFor({ state: 'attached' }),
  },
  { name: 'shortlists', path: () => '/shortlists', ready: (page) => page.getByTestId('shortlists').getByRole('link').first().waitFor() },
  {
    name: 'shortlist',
    path: () => '/shortlists',
    ready: async (page) => {
      await page.getByTestId('shortlists').getByRole('link').first().click()
      await page.getByTestId('shortlist-lines').getByRole('button').first().waitFor()
    },
  },
  {
    name: 'report',
    path: ({ campaignId }) => `/campaigns/${campaignId}/report`,
    ready: (page) => page.getByTestId('report-numbers').waitFor(),
  },
  { name: 'creators', path: () => '/creators', ready: (page) => page.locator('.creator-name').first().waitFor() },
  {
    name: 'creators-narrowed',
    path: () =>
      `/creators?filters=${encodeURIComponent('[{"field":"platform","any":["douyin"]},{"field":"followers","from":10000,"below":null,"unknown":true}]')}`,
    ready: (page) => page.locator('.creator-name').first().waitFor(),
  },
  {
    name: 'creator',
    path: ({ creatorId }) => `/creators?open=${creatorId}`,
    ready: (page) => page.getByRole('dialog').getByRole('heading').first().waitFor(),
  },
  {
    name: 'creator-page',
    path: ({ creatorId }) => `/creators/${creatorId}`,
    ready: async (page) => {
      await page.getByTestId('creator-page').waitFor()
      await page.getByRole('button', { name: /^(Keep note|保存备注)$/ }).waitFor()
    },
  },
  {
    name: 'creator-filled',
    path: ({ filledId }) => `/creators/${filledId}`,
    ready: async (page) => {
      await page.getByTestId('creator-page').waitFor()
      await page.locator('#growth canvas, #growth svg').first().waitFor()
      await page.locator('#posts canvas, #posts svg').first().waitFor()
      await page.getByTestId('work').waitFor()
      await page.getByTestId('fit').waitFor()
      await page
        .getByRole('button', { name: /^(Not the same|不是同一人)$/ })
        .first()
        .waitFor()
      await page.getByRole('button', { name: /^(Erase this person|删除此人)$/ }).waitFor()
    },
  },
  {
    name: 'creator-correcting',
    path: ({ filledId }) => `/creators/${filledId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Correct a value|更正数值)$/ }).click()
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'creator-erasing',
    path: ({ filledId }) => `/creators/${filledId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Erase this person|删除此人)$/ }).click()
      await page.getByRole('dialog').getByRole('button').first().waitFor()
    },
  },
  {
    name: 'merges',
    path: () => '/creators/merges',
    ready: (page) => page.locator('.merge-active').waitFor(),
  },
  {
    name: 'forecasts',
    path: () => '/forecasts',
    ready: async (page) => {
      await page.getByTestId('groups').waitFor()
      await page.getByTestId('freedom-pays').waitFor()
    },
  },
  {
    name: 'freedom',
    path: () => '/freedom',
    ready: async (page) => {
      await page.getByTestId('freedom-costs').waitFor()
      await page.getByText(/^(Nobody has changed the shipped weights|出厂权重尚未被修改过)/).waitFor()
    },
  },
  {
    name: 'tiers',
    path: () => '/creators/types',
    ready: (page) => page.getByRole('textbox').first().waitFor(),
  },
  {
    name: 'fees',
    path: () => '/creators/fees',
    ready: (page) => page.getByRole('textbox').first().waitFor(),
  },
  {
    name: 'fees-without-source',
    path: () => '/creators/fees',
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Add a platform|添加平台)$/ }).click()
      await page
        .getByText(/^(Give a per cent from|请填写 0 至 100)/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'tiers-out-of-order',
    path: () => '/creators/types',
    ready: async (page) => {
      await page.getByRole('textbox').first().fill('5')
      await page.getByText(/^(Give more followers than|须高于该平台)/).waitFor()
    },
  },
  {
    name: 'creators-own-work',
    path: () =>
      `/creators?own=${encodeURIComponent('{"pastWork":"never","brands":[null],"freeOn":{"from":"2026-12-01","to":"2026-12-31","unknown":true},"clearOf":{"brand":"Alpensee","competitors":["Talmilch"],"from":"2026-12-01","to":"2026-12-31","unknown":true}}')}`,
    ready: async (page) => {
      await page
        .getByRole('status')
        .getByText(/Alpensee/)
        .waitFor()
      await openFilters(page)
      await page.getByTestId('own-work').waitFor()
    },
  },
  {
    name: 'creators-saving',
    path: () => '/creators',
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Saved searches|已存搜索)$/ }).click()
      await page.getByRole('button', { name: /^(Save this search|保存此搜索)$/ }).click()
      await page.getByRole('dialog').getByRole('checkbox').waitFor()
    },
  },
  {
    name: 'creator-passport',
    path: ({ creatorId }) => `/creators/${creatorId}`,
    ready: async (page) => {
      await page.getByTestId('numbers').getByRole('button').first().focus()
      await page
        .getByRole('dialog')
        .getByText(/^(Column|列名)$/)
        .waitFor()
    },
  },
  {
    name: 'creator-entries',
    path: ({ creatorId }) => `/creators/${creatorId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Enter work for a brand|录入品牌合作)$/ }).click()
      await page.getByRole('button', { name: /^(Enter an incident|录入事件)$/ }).click()
      await page.getByRole('button', { name: /^(Keep a document|保存文件)$/ }).click()
      await page.getByLabel(/^(New note|新备注)$/).fill('示例备注')
      await page.getByRole('button', { name: /^(Keep note|保存备注)$/ }).click()
      await page
        .getByRole('button', { name: /(Remove|删除)[:：].*示例备注/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'creators-compared',
    path: () => '/creators',
    ready: async (page) => {
      for (const row of [0, 1]) await page.getByRole('grid').getByRole('checkbox').nth(row).check()
      await page.getByRole('button', { name: /^(Compare|对比)$/ }).click()
      expect(await page.getByTestId('compare').getByRole('columnheader').count()).toBe(2)
    },
  },
  {
    name: 'campaign-tone',
    path: ({ campaignId }) => `/campaigns/${campaignId}`,
    ready: async (page) => {
      await page.getByTestId('wished-tone').getByRole('button').click()
      await page.getByRole('dialog').getByRole('combobox').waitFor()
    },
  },
  {
    name: 'creator-for-campaign',
    path: ({ campaignId, filledId }) => `/creators/${filledId}?campaign=${campaignId}`,
    ready: (page) => page.getByTestId('tone-fit').getByRole('listitem').first().waitFor(),
  },
  { name: 'check', path: () => '/check', ready: heading },
  {
    name: 'check-example',
    path: () => '/check',
    ready: async (page) => {
      await page.getByRole('button', { name: /^(Try the example|试试示例)$/ }).click()
      await page.getByTestId('finding').first().waitFor()
      await page.getByTestId('questions').waitFor()
    },
  },
  {
    name: 'draft-editor',
    path: ({ campaignId }) => `/campaigns/${campaignId}`,
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^(Open draft|查看稿件)/ })
        .first()
        .click()
      const editor = page.getByRole('dialog')
      await editor.getByLabel(/^(Text|正文)$/).fill('国家级配方的面霜，脸颊不再发紧。')
      await editor.locator('mark').first().waitFor()
      await editor.getByTestId('finding').first().waitFor()
    },
  },
  {
    name: 'brief-print',
    path: ({ campaignId }) => `/campaigns/${campaignId}/brief/print`,
    ready: (page) => page.getByTestId('printed-brief').getByRole('table').first().waitFor(),
  },
  {
    name: 'brief-import',
    path: ({ campaignId }) => `/campaigns/${campaignId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(New version|新建版本)$/ }).click()
      await page.getByTestId('brief-import').locator('summary').click()
      await page.getByLabel(/^(A brief as text|brief 文本)$/).fill('## 目标\n让大家认识品牌。\n\n## 预算\n30 万')
      await page.getByRole('button', { name: /^(Read the text|读取文字)$/ }).click()
      await page.getByTestId('brief-read').getByRole('button').first().waitFor()
    },
  },
  {
    name: 'brief-form',
    path: ({ campaignId }) => `/campaigns/${campaignId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /^(New version|新建版本)$/ }).click()
      await page
        .getByLabel(/^(Key message|核心信息) · 中文$/)
        .first()
        .fill('这是国家级的面霜')
      await page.locator('mark').first().waitFor()
    },
  },
  { name: 'rules', path: () => '/rules', ready: (page) => page.getByTestId('rule').first().waitFor() },
  { name: 'rule', path: () => '/rules?rule=ad-law.art09-3', ready: (page) => page.getByText('ad-law.art09-3').first().waitFor() },
  {
    name: 'rule-of-custom',
    path: () => '/rules?q=culture&rule=culture.day-1213',
    ready: (page) => page.getByText('culture.day-1213').first().waitFor(),
  },
  {
    name: 'rule-exempting',
    path: () => '/rules?q=tpd&rule=tpd.art23',
    ready: (page) => page.getByText('tpd.art02').first().waitFor(),
  },
  { name: 'rules-timeline', path: () => '/rules?tab=timeline', ready: (page) => page.getByTestId('timeline-change').first().waitFor() },
  { name: 'rules-due', path: () => '/rules?tab=due', ready: (page) => page.getByTestId('due-source').first().waitFor() },
  { name: 'rules-own', path: () => '/rules?tab=own', ready: heading },
  { name: 'rules-impacts', path: () => '/rules?tab=impacts', ready: heading },
  {
    name: 'party-notes',
    path: ({ campaignId }) => `/campaigns/${campaignId}/notes`,
    ready: async (page) => {
      await page.getByTestId('party-note').first().waitFor()
      await page.getByLabel(/^(How often|同步频率)$/).waitFor()
    },
  },
  { name: 'tasks', path: () => '/tasks', ready: heading },
  {
    name: 'tasks-of-creators',
    path: () => '/tasks?side=creators',
    ready: (page) =>
      page
        .getByTestId('turn')
        .or(page.getByText(/^(Nothing waits|暂无待办)$/))
        .first()
        .waitFor(),
  },
  {
    name: 'notifications-adding',
    path: () => '/notifications',
    ready: async (page) => {
      await page
        .getByRole('button', { name: /^(Add a channel|添加渠道)$/ })
        .first()
        .click()
      await page.getByLabel(/^(Kind|类型)$/).selectOption('webhook')
      await page.getByLabel(/^(Webhook address|Webhook 地址)$/).fill('example')
      await page.getByText(/^(Write a whole address|请填写以)/).waitFor()
    },
  },
  {
    name: 'notifications',
    path: () => '/notifications',
    ready: async (page) => {
      await addRefusedChannel(page)
      await page.getByTestId('channel').first().waitFor()
    },
  },
  {
    name: 'dead-letters',
    path: () => '/notifications',
    ready: async (page) => {
      await addRefusedChannel(page)
      await page.getByRole('link', { name: /^(Not delivered: |未送达：)/ }).click()
      await page.getByTestId('dead-letter').first().waitFor()
    },
  },
  { name: 'not-found', path: () => '/nowhere', ready: heading },
]
/** On a phone what narrows the table lies in a drawer. */
async function openFilters(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^(Narrow|筛选)/ })
  if (await button.isVisible()) await button.click()
}
// An address of the machine itself is refused for good: its test becomes a dead letter.
async function addRefusedChannel(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Add a channel|添加渠道)$/ })
    .first()
    .click()
  await page.getByLabel(/^(Webhook address|Webhook 地址)$/).fill('https://127.0.0.1/robot')
  await page.getByLabel(/^(Name|名称)$/).fill('示例·执行群')
  await page.getByLabel(/^(How often|通知频率)$/).selectOption('daily')
  await page.getByRole('checkbox').first().check()
  await page.locator('form button[type=submit]').click()
  await page
    .getByRole('button', { name: /^(Send a test|发送测试)$/ })
    .first()
    .click()
  await page.getByText(/^(The test is on its way|测试消息已发出)/).waitFor()
}
