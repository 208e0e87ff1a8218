import { parseArgs } from 'node:util'
import { checkGoalForm } from '@kolibra/core/campaigns'
import { engagementInputSchema, type HeldForConflicts, type PastEngagement } from '@kolibra/core/creators'
import { checkMixProblem, mixProblemSchema, solveMix, tellStrayIds, WHOLE_PROBLEM, type MixProblem } from '@kolibra/core/planning'
import { forecastGuards } from '@kolibra/core/gates'
import { feeTableSchema, planCampaign } from '@kolibra/core/selection'
import { type Language, listUnknownFields, say, shanghaiDay } from '@kolibra/core/shared'
import { z } from 'zod'
import { printJson, readFormat, type AnswerFormat } from '../answer-format.ts'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { tellFirst } from '../describe-issue.ts'
import { withBaselines } from '../measure-baselines.ts'
import { nameBy } from '../name-accounts.ts'
import { readAccounts } from '../read-accounts.ts'
import { readCampaign } from '../read-campaign.ts'
import { readDay } from '../read-day.ts'
import { readJsonLines } from '../read-json-lines.ts'
import { readLanguage } from '../read-language.ts'
import { readJson, readText } from '../read-text.ts'
import { readYaml } from '../read-yaml.ts'
import { renderBaselines, renderGoalFindings, renderGuards } from '../render-goal.ts'
import { renderMix } from '../render-mix.ts'
import { renderPlan } from '../render-plan.ts'
import { tellUnknownFields } from '../tell-unknown-fields.ts'

const HELP = `kolibra plan --creators ACCOUNTS.jsonl --campaign CAMPAIGN.yaml [--engagements FILE.jsonl]
             [--series SERIES.jsonl] [--fees FEES.json] [--as-of DAY] [--format pretty|json] [--lang en|zh]
kolibra plan --problem MIX.json [--format pretty|json] [--lang en|zh]

  Chooses creators under a budget and constraints, with forecast ranges and reasons.
  Every plan carries a bound: how far it can be from the best possible.

  --creators FILE   accounts, one JSON object per line, as "kolibra import" writes them
  --campaign FILE   goal, budget, platforms, mix
  --engagements FILE
                    work for other brands, one object per line: accountId, brand, category, platforms (null: all), from, to,
                    exclusive, source; who is bound or worked for a competitor is left out with the reason
  --series FILE     what the brand counts by day (followers, mentions, searchIndex, sales), as "kolibra import" writes it:
                    gives a KPI without a baseline one from its last 28 days
  --fees FILE       service fees of platforms where quotes state none, JSON or YAML as the API keeps them:
                    { version, rows: [{ platform (null: all others), share, source }] }; 10 % of each price by default
  --as-of DAY       the day the plan is made (Shanghai); today by default
  --problem FILE    a bare mix problem instead of a campaign
  --format          pretty (default) or json
  --lang            en (default) or zh, for pretty; json carries both

Examples:
  npx kolibra plan --creators examples/accounts.jsonl --campaign examples/campaign.yaml
  npx kolibra plan --problem examples/mix.json

Exit codes: 0 a plan, 1 no mix meets the constraints, 2 unreadable input.
`

async function runPlan(args: string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({
    args,
    options: {
      problem: { type: 'string' },
      creators: { type: 'string' },
      campaign: { type: 'string' },
      engagements: { type: 'string' },
      series: { type: 'string' },
      fees: { type: 'string' },
      'as-of': { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      lang: { type: 'string', default: 'en' },
    },
  })
  const { problem, creators, campaign } = values
  const format = readFormat(values.format)
  const language = readLanguage(values.lang)
  if (problem !== undefined) return planProblem(problem, { format, language }, io)
  if (creators === undefined || campaign === undefined)
    throw new UsageError(say('give --creators and --campaign, or --problem.', '请给出 --creators 和 --campaign，或 --problem。'))
  const { engagements, series, fees } = values
  return planFiles(
    { creators, campaign, engagements, series, fees, format, language, asOf: readDay(values['as-of'] ?? shanghaiDay(io.now()), '--as-of') },
    io,
  )
}

async function planProblem(path: string, { format, language }: { format: AnswerFormat; language: Language }, io: Io): Promise<ExitCode> {
  const problem = await readProblem(path, io)
  const result = solveMix(problem, { clock: io.now })
  if (format === 'json') printJson(io, result)
  else io.out(renderMix(problem, result, language))
  return result.infeasible === null ? 0 : 1
}

interface PlanFiles {
  readonly creators: string
  readonly campaign: string
  readonly engagements: string | undefined
  readonly series: string | undefined
  readonly fees: string | undefined
  readonly format: AnswerFormat
  readonly language: Language
  readonly asOf: string
}

async function planFiles(files: PlanFiles, io: Io): Promise<ExitCode> {
  const { campaign, baselines } = await withBaselines(await readCampaign(files.campaign, io), files, io)
  const accounts = await readAccounts(files.creators, io)
  const held = await readEngagements(files.engagements, io)
  const fees = files.fees === undefined ? undefined : await readYaml(files.fees, feeTableSchema, io)
  const known = new Set(accounts.map(({ accountId }) => accountId))
  const strangers = [...held.keys()].filter((accountId) => !known.has(accountId))
  if (strangers.length > 0) io.note(`${tellStrangers(strangers, files)[files.language]}\n`)
  const plan = planCampaign({ campaign, accounts, asOf: files.asOf, clock: io.now, held, ...(fees && { fees }) })
  const voice = { nameOf: nameBy(accounts), language: files.language }
  const guardRails = plan.infeasible === null ? forecastGuards(campaign, plan) : []
  const goalFindings = campaign.goal === null ? [] : checkGoalForm(campaign.goal, campaign, { kind: 'campaign', id: 'campaign' })
  if (files.format === 'json') printJson(io, { ...plan, ...(baselines.length > 0 && { baselines }), guardRails, goalFindings })
  else
    io.out(
      [
        renderPlan(campaign, plan, voice),
        renderBaselines(baselines, files.language),
        renderGuards(guardRails, files.language),
        renderGoalFindings(goalFindings, files.language),
      ].join(''),
    )
  return plan.infeasible === null ? 0 : 1
}

const tellStrangers = (ids: readonly string[], { engagements, creators }: PlanFiles) =>
  say(
    `${engagements}: no account "${ids.join('", "')}" in ${creators}; its work was left out. Check the id.`,
    `${engagements}：${creators} 中没有账号「${ids.join('」「')}」，其合作记录未计入。请核对 ID。`,
  )

// An intersection: a copy of the shape would lose that from lies before to.
const engagementLine = z.object({ accountId: z.string().min(1) }).and(engagementInputSchema)

/** Work for other brands by account id; who is not in the file is not known to be free. */
async function readEngagements(path: string | undefined, io: Io): Promise<Map<string, HeldForConflicts>> {
  const held = new Map<string, { engagements: PastEngagement[] }>()
  for (const { accountId, ...engagement } of path === undefined ? [] : await readJsonLines(path, engagementLine, io)) {
    const own = held.get(accountId)
    if (own === undefined) held.set(accountId, { engagements: [engagement] })
    else own.engagements.push(engagement)
  }
  return held
}

async function readProblem(path: string, io: Io): Promise<MixProblem> {
  const document = readJson(await readText(path, io), path)
  const checked = checkMixProblem(document)
  if (checked.ok) {
    const passed = tellUnknownFields(path, listUnknownFields(mixProblemSchema, document))
    if (passed !== null) io.note(`${passed[io.language ?? 'en']}\n`)
    for (const line of tellStrayIds(checked.value)) io.note(`${path}${io.language === 'zh' ? '：' : ': '}${line[io.language ?? 'en']}\n`)
    return checked.value
  }
  const faults = checked.refusals.map(({ field, problem, problemZh }) =>
    say(`${field}: ${problem}`, `${field === WHOLE_PROBLEM ? '整个文件' : field}：${problemZh}`),
  )
  throw new UsageError(tellFirst(path, faults))
}

/** `kolibra plan`: a mix for a campaign, or from a bare problem. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'a mix of creators with forecast, certificate and reasons',
  help: HELP,
  run: runPlan,
}
