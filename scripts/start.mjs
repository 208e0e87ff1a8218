// `npm start`: everything from a bare clone to a running server with the example campaign.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeReady } from './make-ready.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
makeReady(root, { say: (line) => process.stdout.write(`${line}\n`) })
const args = [join(root, 'bin/kolibra.mjs'), 'serve', '--demo', ...process.argv.slice(2)]
const server = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
