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
  if (!command) return refuseUnknown(name, args, io)
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

// What parseArgs complains of in English only; it explains at length how to write a file name that begins with a dash, and nearly
// always an option is misspelt.
const ARGUMENT_FAULTS: readonly { readonly fault: RegExp; readonly tell: (word: string, command: string) => Localized }[] = [
  {
    fault: /^Unknown option '([^']+)'/,
    tell: (option, command) =>
      say(
        `there is no option ${option}; "kolibra ${command} --help" lists them.`,
        `没有选项 ${option}；可用 "kolibra ${command} --help" 查看。`,
      ),
  },
  {
    fault: /^Option '(.+?)(?: <value>)?' argument (?:missing|is ambiguous)/,
    tell: (option) => say(`${option} wants a value.`, `${option} 须带上取值。`),
  },
  { fault: /^Option '(.+?)' does not take an argument/, tell: (option) => say(`${option} takes no value.`, `${option} 不带取值。`) },
  {
    fault: /^Unexpected argument '(.*?)'/,
    tell: (word, command) =>
      say(
        `"${word}" is one word too many; "kolibra ${command} --help" shows what it takes.`,
        `多余的「${word}」；可用 "kolibra ${command} --help" 查看用法。`,
      ),
  },
]

function describeUsage(error: unknown, name: string): Localized {
  if (error instanceof UsageError) return error.said
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  for (const { fault, tell } of ARGUMENT_FAULTS) {
    const [, word] = fault.exec(message) ?? []
    if (word !== undefined) return tell(word, name)
  }
  return say(message, `命令行无法识别（${message}）`)
}

// node:util's parseArgs marks its complaints this way.
function isArgumentError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')
}

function refuseUnknown(name: string, args: readonly string[], io: Io): ExitCode {
  const isPlanned = PLANNED.includes(name)
  const said = isPlanned
    ? say('promised, but not built yet in this version.', '已列入计划，本版本尚未提供。')
    : say(`there is no command "${name}"; "kolibra --help" lists them.`, `没有命令「${name}」；可用 "kolibra --help" 查看。`)
  io.note(`kolibra${isPlanned ? ` ${name}` : ''}: ${said[readSaid(args)]}\n`)
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
