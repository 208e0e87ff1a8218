import { parseArgs } from 'node:util'
import { checkMixProblem, solveMix, type MixProblem, type MixResult } from '@kolibra/core/planning'
import { UsageError, type Command, type ExitCode, type Io } from '../command.ts'
import { readJson, readText } from '../read-text.ts'
import { renderMix } from '../render-mix.ts'

const HELP = `kolibra plan --problem MIX.json [--format pretty|json]

  Chooses creators under a budget and constraints. Every plan carries a bound: how far it can be from the best possible.

  --problem FILE    a bare mix problem
  --format          pretty (default) or json

Example:
  npx kolibra plan --problem examples/mix.json

Exit codes: 0 a plan, 1 no mix meets the constraints, 2 unreadable input.
`

async function runPlan(args: string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({
    args,
    options: { problem: { type: 'string' }, format: { type: 'string', default: 'pretty' } },
  })
  if (!['pretty', 'json'].includes(values.format)) throw new UsageError(`--format is pretty or json, not "${values.format}".`)
  if (values.problem === undefined) throw new UsageError('name a mix problem with --problem.')
  const problem = await readProblem(values.problem, io)
  const result = solveMix(problem, { clock: io.now })
  io.out(values.format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : renderMix(problem, result))
  return codeOf(result)
}

async function readProblem(path: string, io: Io): Promise<MixProblem> {
  const checked = checkMixProblem(readJson(await readText(path, io), path))
  if (checked.ok) return checked.value
  const [first] = checked.refusals
  const rest = checked.refusals.length > 1 ? ` (and ${checked.refusals.length - 1} more)` : ''
  throw new UsageError(`${path}: ${first?.field}: ${first?.problem}${rest}.`)
}

const codeOf = ({ infeasible }: MixResult): ExitCode => (infeasible === null ? 0 : 1)

/** `kolibra plan`: a mix from a bare problem. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'a mix of creators with forecast, certificate and reasons',
  help: HELP,
  run: runPlan,
}
