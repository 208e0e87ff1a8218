import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { openHouse, type House } from './house.ts'

const ACCOUNTS = Number(process.env['KOLIBRA_BENCH_ACCOUNTS'] ?? 100_000)
const ROUNDS = 5
const NAMES = '小大花鱼雨晴天月星夜白云海阳果糖猫兔木林山水风雪夏秋春冬安乐'

/** Suggested merges of a workspace of invented accounts through the HTTP API, and how long the smallest question waits meanwhile. */
export async function measureMerges(): Promise<string[]> {
  const house = await openHouse()
  const client = new Client({ connectionString: house.databaseUrl, options: '-c search_path=kolibra' })
  await client.connect()
  try {
    await fill(client)
    await makeRows(client)
    const one = (await client.query<{ id: string }>('SELECT creator_id AS id FROM creators ORDER BY creator_id LIMIT 1')).rows[0]?.id ?? ''
    const idle = await withPings(house, () => pause(3000))
    const all = await measure(house, '/api/v1/merge-suggestions?limit=50')
    const own = await measure(house, `/api/v1/merge-suggestions?creatorId=${one}`)
    return [
      `accounts: ${ACCOUNTS.toLocaleString('en-US')}, of which ${all.total.toLocaleString('en-US')} pairs are suggested; each asked ${ROUNDS} times`,
      `/healthz while nothing is asked: median ${at(idle, 0.5)} ms, slowest ${at(idle, 1)} ms`,
      `the best 50 of the workspace: median ${at(all.times, 0.5)} ms, slowest ${at(all.times, 1)} ms; meanwhile /healthz: median ${at(all.pings, 0.5)} ms, p95 ${at(all.pings, 0.95)} ms, slowest ${at(all.pings, 1)} ms`,
      `those of one account: median ${at(own.times, 0.5)} ms, slowest ${at(own.times, 1)} ms; meanwhile /healthz slowest ${at(own.pings, 1)} ms`,
    ]
  } finally {
    await client.end()
    await house.stop()
  }
}

/** Two accounts in five share their name with a few others, one in fifty a handle; a few names are everybody's. */
async function fill(client: Client): Promise<void> {
  const letter = (by: string) => `substr('${NAMES}', 1 + (${by})::int % ${NAMES.length}, 1)`
  const name = `${letter('m')} || ${letter('m / 31')} || ${letter('m / 961')} || ${letter('m / 29791')} || m`
  await client.query(
    `INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at, display_name, handle, region, bio)
     SELECT (SELECT workspace_id FROM workspaces LIMIT 1), gen_random_uuid(),
       (ARRAY['xiaohongshu','douyin','bilibili','weibo'])[1 + n % 4], 'account-' || n, now(), CASE WHEN n % 50 = 1 THEN '示例护肤日常' ELSE ${name} END,
       CASE WHEN n % 50 < 2 THEN 'handle-' || n / 100 END, (ARRAY['上海','北京','广东'])[1 + n % 3],
       CASE WHEN n % 10 = 0 THEN '合作请看主页，同名 handle-' || n / 200 END
     FROM (SELECT n, CASE WHEN n % 5 < 2 THEN n / 15 ELSE 1000000 + n END AS m FROM generate_series(1, ${ACCOUNTS}) AS n) AS numbered`,
  )
  await client.query('VACUUM ANALYZE creators')
}

/** What an account is compared by is kept with the rows of the list: the job that makes them is waited for. */
async function makeRows(client: Client): Promise<void> {
  await client.query(
    `SELECT graphile_worker.add_job('creators.refresh_rows', json_build_object('workspaceId', workspace_id, 'subjectId', null))
     FROM workspaces`,
  )
  for (;;) {
    const { rows } = await client.query<{ left: number }>('SELECT count(*)::int AS left FROM graphile_worker.jobs')
    if (rows[0]?.left === 0) break
    await pause(1000)
  }
  await client.query('VACUUM ANALYZE merge_keys')
}

async function measure(house: House, path: string): Promise<{ times: number[]; pings: number[]; total: number }> {
  const times: number[] = []
  let total = 0
  const pings = await withPings(house, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now()
      const answer = await house.read(path)
      times.push(performance.now() - start)
      if (typeof answer === 'object' && answer !== null && 'total' in answer) total = Number(answer.total)
    }
  })
  return { times, pings, total }
}

/** How long the smallest of questions waits while something is done: as long as the event loop is held. */
async function withPings(house: House, work: () => Promise<unknown>): Promise<number[]> {
  const pings: number[] = []
  const state = { isOver: false }
  const done = work().finally(() => (state.isOver = true))
  while (!state.isOver) {
    const start = performance.now()
    await house.text('/healthz')
    pings.push(performance.now() - start)
    await pause(5)
  }
  await done
  return pings
}

function at(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0)
}
