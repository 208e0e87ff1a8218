import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import {
  claimComments,
  heldCommentSchema,
  heldIncidentSchema,
  heldOrderSchema,
  heldSeriesSchema,
  TIERS,
  toneTargetSchema,
  vetAccounts,
  type Account,
  type Vetting,
  type VettingOptions,
} from '@kolibra/core/creators'
import { postSchema } from '@kolibra/core/imports'
import { meanAudiences, measureFit, rankPrices, type FitReport } from '@kolibra/core/selection'
import { say, shanghaiDay } from '@kolibra/core/shared'
import { z } from 'zod'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { nameBy } from '../name-accounts.ts'
import { readAccounts } from '../read-accounts.ts'
import { readCampaign } from '../read-campaign.ts'
import { readDay } from '../read-day.ts'
import { readJsonLines } from '../read-json-lines.ts'
import { readLanguage } from '../read-language.ts'
import { readSeries } from '../read-series.ts'
import { readTiers } from '../read-tiers.ts'
import { readYaml } from '../read-yaml.ts'
import { renderFits } from '../render-fits.ts'
import { renderVettings } from '../render-vettings.ts'
import { takeOnce } from '../take-once.ts'
import { openRulebook } from './find-rulebook.ts'

const HELP = `kolibra vet ACCOUNTS.jsonl [--posts POSTS.jsonl] [--comments COMMENTS.jsonl] [--series SERIES.jsonl] [--orders ORDERS.jsonl]
            [--incidents INCIDENTS.jsonl] [--campaign CAMPAIGN.yaml] [--tone TONE.yaml] [--tiers TIERS.yaml] [--at DAY]
            [--format pretty|json] [--lang en|zh]

  Holds each account against its peers in the file (same platform, tier and category, at least eight) and against its own
  days and posts, and says which signals are inconsistent with theirs. Completeness says how many signals could be computed:
  no evidence is no clean record. Beside it stands the image: what the posts speak of, how, and by the rules of their day.

  --posts      posts with their texts, as "kolibra import" writes them; without them the image is unknown
  --comments   comments under the posts: postId and text (at, region, authorKey, commentId and parentId help)
  --series     followers by day, as "kolibra import" writes them: subject (the account's id, or platform:id),
               metric "followers", day, value; source helps
  --orders     orders that came through an account: accountId
  --incidents  penalties, scandals and bans a person entered: accountId, kind, on, until, what, source
  --campaign   whose brand and competitors are looked for in the posts, and whose wished tone they are held against;
               then each account also gets its fit: audience, category and content, authenticity, price among the
               accounts of the file, brand safety and past work, with what the fit would be without each of them
  --tone       another wished tone (schemas/tone.schema.json)
  --tiers      follower thresholds that replace the shipped ones (schemas/tiers.schema.json)
  --at DAY     the day of the report (Shanghai); today by default
  --format     pretty (default) or json
  --lang       en (default) or zh, for pretty; json carries both

Examples:
  npx kolibra vet examples/accounts.jsonl
  npx kolibra vet examples/accounts.jsonl --campaign examples/campaign.yaml --at 2026-11-22

Exit codes: 0 done, 2 unreadable input.
`

const OPTIONS = {
  posts: { type: 'string' },
  comments: { type: 'string' },
  series: { type: 'string' },
  orders: { type: 'string' },
  incidents: { type: 'string' },
  campaign: { type: 'string' },
  tone: { type: 'string' },
  tiers: { type: 'string' },
  at: { type: 'string' },
  format: { type: 'string', default: 'pretty' },
  lang: { type: 'string', default: 'en' },
} as const

type Named = Readonly<Partial<Record<keyof typeof OPTIONS, string>>>

async function runVet(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  const [path] = positionals
  if (path === undefined || positionals.length > 1)
    throw new UsageError(say('name one file of accounts, one JSON object per line.', '请写明一个账号文件，每行一个 JSON 对象。'))
  const format = readFormat(values.format)
  const language = readLanguage(values.lang)
  const accounts = takeOnce(await readAccounts(path, io), 'vet', io)
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const comments = await readLines(values.comments, heldCommentSchema, io)
  const vettings = vetAccounts(accounts, claimComments(comments ?? [], accounts, sha256), await readOptions(values, io))
  const fits = await readFits({ accounts, vettings, named: values }, io)
  const voice = { language, nameOf: nameBy(accounts) }
  if (format === 'json') printJson(io, { accounts: fits === null ? vettings : vettings.map((one, at) => ({ ...one, fit: fits[at] })) })
  else io.out(`${renderVettings(vettings, voice)}${fits === null ? '' : renderFits(vettings, fits, voice)}`)
  return 0
}

interface Judged {
  readonly accounts: readonly Account[]
  readonly vettings: readonly Vetting[]
  readonly named: Named
}

/** How each account fits the campaign that was named; null when none was. */
async function readFits({ accounts, vettings, named }: Judged, io: Io): Promise<FitReport[] | null> {
  if (named.campaign === undefined) return null
  const campaign = await readCampaign(named.campaign, io)
  const places = rankPrices(accounts, { asOf: readDay(named.at ?? shanghaiDay(io.now()), '--at') })
  const audiences = meanAudiences(accounts)
  return accounts.map((account, at) => {
    const facts = { account, vetting: vettings[at] ?? null, price: places[at] ?? null, reference: audiences.get(account.platform) ?? null }
    return measureFit(facts, campaign)
  })
}

async function readOptions(named: Named, io: Io): Promise<VettingOptions> {
  const posts = await readLines(named.posts, postSchema, io)
  const campaign = named.campaign === undefined ? null : await readCampaign(named.campaign, io)
  return {
    tiers: named.tiers === undefined ? TIERS : await readTiers(named.tiers, io),
    series: named.series === undefined ? [] : await readSeries(named.series, heldSeriesSchema, io),
    orders: await readLines(named.orders, heldOrderSchema, io),
    incidents: await readLines(named.incidents, heldIncidentSchema.extend({ accountId: z.string() }), io),
    posts: posts ?? [],
    image: {
      today: readDay(named.at ?? shanghaiDay(io.now()), '--at'),
      // The rulebook is only opened where there is something to read by it.
      rulebook: posts === undefined ? null : await openRulebook(io),
      brands: campaign === null ? [] : [campaign.brand],
      competitors: campaign?.competitors ?? [],
      tone: named.tone === undefined ? (campaign?.wishedTone ?? undefined) : await readYaml(named.tone, toneTargetSchema, io),
    },
  }
}

/** The lines of a file that was named; undefined when none was. */
async function readLines<T>(path: string | undefined, schema: z.ZodType<T>, io: Io): Promise<T[] | undefined> {
  return path === undefined ? undefined : readJsonLines(path, schema, io)
}

/** `kolibra vet`: type with basis, and signals inconsistent with peers. */
export const vetCommand: Command = {
  name: 'vet',
  summary: 'type with basis, and which numbers of an account are inconsistent with its peers',
  help: HELP,
  run: runVet,
}
