import { say, type Localized } from '@kolibra/core/shared'
import { UsageError, type Command, type ExitCode, type Io } from './command.ts'
import { COMMANDS } from './commands/index.ts'

// Promised in docs but not built yet: asked by name, they say so instead of "unknown".
const PLANNED = ['watch', 'attribute', 'lift', 'report', 'push', 'pull']
const SERVER_COMMANDS = [
  ['serve', 'the web app, API and jobs in one process'],
  ['migrate', 'bring a database up to date'],
  ['doctor', 'say what works here and what does not'],
] as const

/** Runs one command line and returns its exit code; never throws, never exits. */
export async function runCli(argv: string[], io: Io): Promise<ExitCode> {
  // `kolibra help import` asks what `kolibra import --help` asks.
  const [name, ...args] = argv[0] === 'help' && argv[1] !== undefined ? [argv[1], '--help'] : argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(listCommands())
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) return refuseUnknown(name, io)
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.help)
    return 0
  }
  return runGuarded(command, args, io)
}

async function runGuarded(command: Command, args: string[], io: Io): Promise<ExitCode> {
  try {
    return await command.run(args, { ...io, language: readSaid(args) })
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) {
      io.note(`kolibra ${command.name}: ${describeUsage(error, command.name)[readSaid(args)]}\n`)
      return 2
    }
    io.note(`kolibra ${command.name}: a bug of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 3
  }
}

// Asked before the command reads its options: a file may be refused in the language of the rest.
const readSaid = (args: readonly string[]) =>
  args.some((word, at) => word === '--lang=zh' || (word === '--lang' && args[at + 1] === 'zh')) ? 'zh' : 'en'

// parseArgs explains at length how to write a file name that begins with a dash; nearly always an option is misspelt.
function describeUsage(error: unknown, name: string): Localized {
  if (error instanceof UsageError) return error.said
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  const option = /^Unknown option '([^']+)'/.exec(message)?.[1]
  if (option === undefined) return say(message, `命令行无法识别（${message}）`)
  return say(
    `there is no option ${option}; "kolibra ${name} --help" lists them.`,
    `没有选项 ${option}；可用 "kolibra ${name} --help" 查看。`,
  )
}

// node:util's parseArgs marks its complaints this way.
function isArgumentError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')
}

function refuseUnknown(name: string, io: Io): ExitCode {
  if (PLANNED.includes(name)) io.note(`kolibra ${name}: promised, but not built yet in this version.\n`)
  else io.note(`kolibra: there is no command "${name}"; "kolibra --help" lists them.\n`)
  return 2
}

function listCommands(): string {
  const rows = [...SERVER_COMMANDS, ...COMMANDS.map((command) => [command.name, command.summary] as const)]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'kolibra: KOL campaigns in China, five gates, numbers that say where they come from',
    '',
    ...lines,
    '',
    '`kolibra <command> --help` shows an example that works.',
    '',
  ].join('\n')
}
