import { runDoctor } from './commands/doctor.ts'
import { runMigrate } from './commands/migrate.ts'
import { readOptions, SERVE_HELP } from './commands/options.ts'
import { runServe } from './commands/serve.ts'
import { RefusedStart } from './platform/refused-start.ts'

const COMMANDS = { serve: runServe, migrate: runMigrate, doctor: runDoctor } as const
const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name)

/** Runs `kolibra serve|migrate|doctor`; returns the exit code, or null while the server goes on. */
async function runCommand(argv: string[]): Promise<number | null> {
  const [name = '', ...args] = argv
  if (!isCommand(name)) {
    process.stderr.write(`kolibra ${name}: promised, but not built yet in this version.\n`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(SERVE_HELP)
    return 0
  }
  try {
    return await COMMANDS[name](readOptions(args))
  } catch (error) {
    if (error instanceof RefusedStart) process.stderr.write(`kolibra ${name}: ${error.message}\n`)
    else
      process.stderr.write(`kolibra ${name}: a bug of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return error instanceof RefusedStart ? 2 : 3
  }
}

const code = await runCommand(process.argv.slice(2))
if (code !== null) process.exit(code)
