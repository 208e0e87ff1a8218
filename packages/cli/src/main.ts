import { say } from '@kolibra/core/shared'
import { UsageError } from './command.ts'
import { drain } from './read-bytes.ts'
import { runCli } from './run-cli.ts'

async function readStdin(): Promise<Uint8Array> {
  try {
    return await drain(process.stdin)
  } catch (error) {
    throw new UsageError(say('standard input cannot be read; is it a folder?', '无法读取标准输入；它是文件夹吗？'), { cause: error })
  }
}

// `kolibra … | head` closes the pipe when it has seen enough: that is no fault, and nobody is left to write for.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  readStdin,
  isTerminal: process.stdout.isTTY === true,
  now: () => Date.now(),
})
