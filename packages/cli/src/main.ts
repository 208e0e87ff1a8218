import { runCli } from './run-cli.ts'

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  readStdin,
  isTerminal: process.stdout.isTTY === true,
  now: () => Date.now(),
})
