import { parseArgs } from 'node:util'
import { heldCommentSchema, heldOrderSchema, heldSeriesSchema, TIERS, vetAccounts } from '@kolibra/core/creators'
import { printJson, readFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { readAccounts } from '../read-accounts.ts'
import { readJsonLines } from '../read-json-lines.ts'
import { readLanguage } from '../read-language.ts'
import { readTiers } from '../read-tiers.ts'
import { renderVettings } from '../render-vettings.ts'

const HELP = `kolibra vet ACCOUNTS.jsonl [--comments COMMENTS.jsonl] [--series SERIES.jsonl] [--orders ORDERS.jsonl]
            [--tiers TIERS.yaml] [--format pretty|json] [--lang en|zh]

  Holds each account against its peers in the file (same platform, tier and category, at least eight) and says which
  signals are inconsistent with theirs. Completeness says how many signals could be computed: no evidence is no clean record.

  --comments  comments under the posts, one JSON object per line with postId and text (at and region help)
  --series    followers by day, one JSON object per line: subject (the account's id), metric "followers", day, value
  --orders    orders that came through an account, one JSON object per line with accountId
  --tiers     follower thresholds that replace the shipped ones (schemas/tiers.schema.json)
  --format    pretty (default) or json
  --lang      en (default) or zh, for pretty; json carries both

Example:
  npx kolibra vet examples/accounts.jsonl

Exit codes: 0 done, 2 unreadable input.
`

async function runVet(args: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      comments: { type: 'string' },
      series: { type: 'string' },
      orders: { type: 'string' },
      tiers: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      lang: { type: 'string', default: 'en' },
    },
  })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('name one file of accounts, one JSON object per line.')
  const format = readFormat(values.format)
  const language = readLanguage(values.lang)
  const accounts = await readAccounts(path, io)
  const comments = values.comments === undefined ? [] : await readJsonLines(values.comments, heldCommentSchema, io)
  const tiers = values.tiers === undefined ? TIERS : await readTiers(values.tiers, io)
  const series = values.series === undefined ? [] : await readJsonLines(values.series, heldSeriesSchema, io)
  const orders = values.orders === undefined ? undefined : await readJsonLines(values.orders, heldOrderSchema, io)
  const vettings = vetAccounts(accounts, comments, { tiers, series, orders })
  if (format === 'json') printJson(io, { accounts: vettings })
  else io.out(renderVettings(vettings, language))
  return 0
}

/** `kolibra vet`: type with basis, and signals inconsistent with peers. */
export const vetCommand: Command = {
  name: 'vet',
  summary: 'type with basis, and which numbers of an account are inconsistent with its peers',
  help: HELP,
  run: runVet,
}
