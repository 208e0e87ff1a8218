import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { typeOf } from '@kolibra/core/creators'
import { planCampaign } from '@kolibra/core/selection'
import { describe, expect, test } from 'vitest'
import { readAccounts } from './read-accounts.ts'
import { readCampaign } from './read-campaign.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const io = { cwd: root, readStdin: async () => new Uint8Array() }

describe('the example campaign', () => {
  test('plans a feasible mix of at least five creators within its rules', async () => {
    const campaign = await readCampaign('examples/campaign.yaml', io)
    const accounts = await readAccounts('examples/accounts.jsonl', io)
    const plan = planCampaign({ campaign, accounts, asOf: '2026-11-22', clock: () => 0 })
    expect(plan.infeasible).toBeNull()
    expect(plan.creators.length).toBeGreaterThanOrEqual(5)
    expect(plan.costFen).toBeLessThanOrEqual(campaign.budgetFen)
    expect(plan.upperBound).toBeGreaterThanOrEqual(plan.value)
    expect(plan.reserve).toHaveLength(3)
    expect(plan.kpis.map(({ name }) => name)).toEqual(['views', 'interactions', 'reach', 'newFollowers'])
    const chosen = new Set(plan.chosen)
    const types = accounts.filter(({ accountId }) => chosen.has(accountId)).map((account) => typeOf(account).value)
    expect(types.filter((type) => type === 'micro').length).toBeGreaterThanOrEqual(3)
    expect(types.filter((type) => type === 'kol').length).toBeLessThanOrEqual(2)
  })
})
