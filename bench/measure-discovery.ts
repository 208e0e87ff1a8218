import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { DISCOVERY_FIELD_NAMES, DISCOVERY_FIELDS, type DiscoveryFieldName } from '@kolibra/core/selection'
import { Client } from 'pg'
import { COLUMN_OF } from '../packages/server/src/selection/creator-row-store.ts'
import { openHouse, type House } from './house.ts'

const ACCOUNTS = Number(process.env['KOLIBRA_BENCH_ACCOUNTS'] ?? 1_000_000)
const QUESTIONS = 200
const ASKED_EVERY_MS = 5000
const SQL_QUESTIONS = 12
const NAMES = '小大花鱼雨晴天月星夜白云海阳果糖猫兔木林山水风雪夏秋春冬安乐'

/** Any combination of conditions with all counts, through the HTTP API, beside the same in plain SQL. */
export async function measureDiscovery(): Promise<string[]> {
  const house = await openHouse()
  const client = new Client({ connectionString: house.databaseUrl, options: '-c search_path=kolibra' })
  await client.connect()
  try {
    const workspaceId = (await client.query<{ id: string }>('SELECT workspace_id AS id FROM workspaces LIMIT 1')).rows[0]?.id ?? ''
    await fill(client, workspaceId)
    let isReady = false
    const start = performance.now()
    const first = await ask(house, {})
    const firstMs = performance.now() - start
    const pinged = pingUntil(house, () => isReady)
    const asked = askUntil(house, () => isReady)
    while (!/index_accounts\{/.test(await house.text('/metrics'))) await pause(100)
    const ready = await ask(house, {})
    if (ready.from !== 'index') throw new Error('the index is loaded and does not answer')
    isReady = true
    const readyMs = performance.now() - start
    const meanwhile = await asked
    const pings = await pinged
    const random = makeRandom(7)
    const questions = Array.from({ length: QUESTIONS }, () => makeQuestion(random))
    const times: number[] = []
    for (const question of questions) times.push(await timed(() => ask(house, question)))
    const plain: number[] = []
    for (const question of questions.slice(0, SQL_QUESTIONS)) plain.push(await timed(() => askPlainly(client, workspaceId, question)))
    const bytes = Number(/index_bytes\{[^}]*\} (\d+)/.exec(await house.text('/metrics'))?.[1] ?? 0)
    const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${house.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    return [
      `accounts: ${ACCOUNTS.toLocaleString('en-US')}; questions: ${QUESTIONS}, 0–5 conditions, a third with text; every answer with the counts of ${DISCOVERY_FIELD_NAMES.length} fields`,
      `first answer (${first.from}) after ${(firstMs / 1000).toFixed(1)} s, with counts from the index after ${(readyMs / 1000).toFixed(1)} s; meanwhile the database answered ${meanwhile.length} questions, one every ${ASKED_EVERY_MS / 1000} s, in ${rank(meanwhile, 0.5)} ms (median)`,
      `while the index is loaded /healthz answers: median ${rank(pings, 0.5)} ms, p95 ${rank(pings, 0.95)} ms, slowest ${rank(pings, 1)} ms`,
      `through the HTTP API: median ${rank(times, 0.5)} ms, p95 ${rank(times, 0.95)} ms, slowest ${rank(times, 1)} ms`,
      `the same in plain SQL (page, total and counts; ${SQL_QUESTIONS} of the questions): median ${rank(plain, 0.5)} ms, p95 ${rank(plain, 0.95)} ms`,
      `index: ${Math.round(bytes / ACCOUNTS)} bytes per account; resident memory of the server ${resident.toFixed(0)} MB`,
    ]
  } finally {
    await client.end()
    await house.stop()
  }
}

async function ask(house: House, question: object): Promise<{ from: string; total: number }> {
  const answer = await house.ask('/api/v1/creator-searches', question)
  if (typeof answer !== 'object' || answer === null || !('from' in answer) || !('total' in answer)) throw new Error('not an answer')
  return { from: String(answer.from), total: Number(answer.total) }
}

/** Somebody who asks now and then while the index is being loaded. */
async function askUntil(house: House, isOver: () => boolean): Promise<number[]> {
  const times: number[] = []
  for (let next = performance.now(); !isOver(); await pause(100)) {
    if (performance.now() < next) continue
    times.push(await timed(() => ask(house, {})))
    next += ASKED_EVERY_MS
  }
  return times
}

/** How long the smallest of questions waits: as long as the event loop is held. */
async function pingUntil(house: House, isOver: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!isOver()) {
    times.push(await timed(() => house.text('/healthz')))
    await pause(10)
  }
  return times
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const rank = (times: readonly number[], share: number) =>
  (times.toSorted((a, b) => a - b)[Math.ceil((times.length - 1) * share)] ?? Number.NaN).toFixed(0)

/** Invented accounts, made inside the database; a tenth to a half of the values is unknown. Their ids rise with time, as minted ones do. */
async function fill(client: Client, workspaceId: string): Promise<void> {
  const pick = (list: string) => `(ARRAY[${list}])[1 + floor(random() * ${list.split(',').length})::int]`
  const words = (text: string) =>
    text
      .split(' ')
      .map((word) => `'${word}'`)
      .join(',')
  const name = `(SELECT string_agg(substr('${NAMES}', 1 + floor(random() * ${NAMES.length})::int, 1), '') FROM generate_series(1, 4) WHERE n > 0)`
  const maybe = (share: number, value: string) => `CASE WHEN random() < ${share} THEN NULL ELSE ${value} END`
  await client.query('SET search_path = kolibra; ALTER TABLE creator_rows DISABLE TRIGGER USER; SELECT setseed(0.4)')
  await client.query(
    `INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at, display_name, handle)
     SELECT $1, (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid, ${pick(words('xiaohongshu douyin bilibili weibo kuaishou wechat'))}, 'acc' || n, now(), ${name}, 'acc' || n
     FROM generate_series(1, ${ACCOUNTS}) AS n`,
    [workspaceId],
  )
  await client.query(`INSERT INTO creator_rows (workspace_id, creator_id, platform, name_key, search_text, creator_type, type_basis, followers, categories, price_fen,
      filed, views_p50, interact_rate, sources, region, mcn, languages, audience_age, audience_city_tier, audience_province,
      audience_female_share, audience_provinces, audience_under25_share, audience_25_to_34_share, audience_from35_share, audience_tier1_share,
      audience_top_tiers_share, cpm_fen, cpe_fen, authenticity, completeness, observed_day)
    SELECT workspace_id, creator_id, platform, account_id, display_name || E'\\nxiaoyu' || substr(account_id, 4, 3) || E'\\n' || account_id || E'\\n分享日常与' || ${pick(words('美妆 护肤 母婴 美食 旅行'))},
      ${maybe(0.1, pick(words('kol micro koc celebrity')))}, 'generated', f, ARRAY[${pick(words('美妆 护肤 母婴 美食 旅行 穿搭'))}, ${pick(words('家居 科技 健身 宠物 汽车 教育'))}],
      ${maybe(0.3, '(f * random() * 20)::bigint')}, ${maybe(0.3, 'random() < 0.5')}, ${maybe(0.2, 'f * random()')}, ${maybe(0.2, 'random() * 0.2')},
      ARRAY[${pick(words('xingtu.search pugongying.creators huitun.creators agency.list'))}], ${maybe(0.2, pick(words('上海 北京 广东 浙江 四川 湖北 福建 江苏')))},
      ${maybe(0.5, "'机构' || floor(random() * 500)::int")}, ARRAY['中文'], ${maybe(0.3, pick(words('18-23 24-30 31-40')))}, ${maybe(0.3, pick(words('tier1 tier2 tier3')))},
      ${maybe(0.3, pick(words('上海 北京 广东 浙江')))}, ${maybe(0.3, 'random()')},
      ARRAY[${pick(words('上海 北京 广东 浙江'))} || '≥' || ${pick(words('10 15 20 30'))}, ${pick(words('江苏 四川 湖北 福建'))} || '≥' || ${pick(words('10 15 20'))}], ${maybe(0.3, 'random()')}, ${maybe(0.3, 'random()')}, ${maybe(0.3, 'random()')}, ${maybe(0.5, 'random()')},
      ${maybe(0.5, 'random()')}, ${maybe(0.4, 'random() * 100000')}, ${maybe(0.4, 'random() * 5000')},
      ${maybe(0.5, 'random()')}, random(), 19000 + floor(random() * 1700)::int
    FROM (SELECT creators.*, ${maybe(0.05, 'exp(6 + random() * 9)::bigint')} AS f FROM creators) AS known`)
  await client.query('ALTER TABLE creator_rows ENABLE TRIGGER USER')
  await client.query(
    'CREATE INDEX ON creator_rows (workspace_id, followers); CREATE INDEX ON creator_rows (workspace_id, platform, creator_type)',
  )
  await client.query('VACUUM ANALYZE creator_rows; ')
  await client.query('VACUUM ANALYZE creators')
}

function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const CHOICES: Partial<Record<DiscoveryFieldName, (string | null)[]>> = {
  platform: ['xiaohongshu', 'douyin', 'bilibili'],
  type: ['koc', 'micro', null],
  categories: ['护肤', '旅行', '科技'],
  region: ['上海', '四川', null],
  filed: ['filed', null],
  audienceAge: ['18-23', '24-30'],
  mcn: ['机构7', '机构8', null],
}
const RANGES: Partial<Record<DiscoveryFieldName, [number, number]>> = {
  followers: [5000, 500_000],
  priceFen: [10_000, 2_000_000],
  viewsP50: [1000, 100_000],
  interactRate: [0.02, 0.2],
  authenticity: [0.4, 1],
  audienceFemaleShare: [0.5, 1],
  audienceUnder25Share: [0.3, 1],
  audienceTier1Share: [0.4, 1],
  observedDay: [19_500, 20_700],
}

interface Question {
  readonly filters: object[]
  readonly text: string
  readonly sort: DiscoveryFieldName
}

function makeQuestion(random: () => number): Question {
  const pickOf = <T>(list: readonly T[]) => list.slice(Math.floor(random() * list.length))[0]
  const filters = Array.from({ length: Math.floor(random() * 6) }, () => {
    if (random() < 0.5) {
      const [field, words = []] = pickOf(Object.entries(CHOICES)) ?? []
      return { field, any: [pickOf(words) ?? null, pickOf(words) ?? null] }
    }
    const [field, range = [0, 1]] = pickOf(Object.entries(RANGES)) ?? []
    return { field, from: range[0] + (range[1] - range[0]) * 0.5 * random(), below: range[1], unknown: random() < 0.3 }
  })
  const text = random() < 0.67 ? '' : (pickOf(['小', '小鱼', '花', 'xiaoyu', 'acc77', '旅行', '月夜']) ?? '')
  return { filters, text, sort: pickOf(['followers', 'priceFen', 'viewsP50', 'observedDay'] as const) ?? 'followers' }
}

/** What one would write without an index: a page, a total, and one count per field with its own condition left out. */
async function askPlainly(client: Client, workspaceId: string, { filters, text, sort }: Question): Promise<void> {
  const where = (except: string | null) =>
    [
      `workspace_id = '${workspaceId}'`,
      ...(text === '' ? [] : [`position('${text}' in search_text) > 0`]),
      ...conditions(filters, except),
    ].join(' AND ')
  await client.query(
    `SELECT creator_id FROM creator_rows WHERE ${where(null)} ORDER BY ${COLUMN_OF[sort]} DESC NULLS LAST, creator_id LIMIT 50`,
  )
  await client.query(`SELECT count(*) FROM creator_rows WHERE ${where(null)}`)
  for (const field of DISCOVERY_FIELD_NAMES) {
    const { kind } = DISCOVERY_FIELDS[field]
    const column = COLUMN_OF[field]
    const value = kind === 'tags' ? `unnest(${column})` : kind === 'number' ? `width_bucket(${column}, 0, 1000000, 10)` : column
    await client.query(`SELECT ${value} AS value, count(*) FROM creator_rows WHERE ${where(field)} GROUP BY 1`)
  }
}

function conditions(filters: readonly object[], except: string | null): string[] {
  return filters.flatMap((filter) => {
    if (!('field' in filter) || filter.field === except) return []
    const field = DISCOVERY_FIELD_NAMES.find((name) => name === filter.field)
    if (field === undefined) return []
    const column = field === 'filed' ? `(CASE filed WHEN true THEN 'filed' WHEN false THEN 'unfiled' END)` : COLUMN_OF[field]
    if ('any' in filter && Array.isArray(filter.any)) {
      const words = filter.any.filter((word) => word !== null).map((word) => `'${word}'`)
      const list = `ARRAY[${words.join(',')}]::text[]`
      const isWord = DISCOVERY_FIELDS[field].kind === 'tags' ? `${column} && ${list}` : `${column} = ANY(${list})`
      return [filter.any.includes(null) ? `(${isWord} OR ${column} IS NULL)` : isWord]
    }
    if (!('from' in filter && 'below' in filter && 'unknown' in filter)) return []
    const range = `(${column} >= ${filter.from} AND ${column} < ${filter.below})`
    return [filter.unknown === true ? `(${range} OR ${column} IS NULL)` : range]
  })
}
