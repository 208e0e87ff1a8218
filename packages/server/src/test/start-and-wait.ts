// Run by embedded-postgres.test.ts as a process of its own: starts PostgreSQL, prints its address and waits to be killed.
import { startPostgres } from '../platform/embedded-postgres.ts'

const { url } = await startPostgres(process.argv[2] ?? '', { fast: true })
process.stdout.write(`${url}\n`)
setInterval(() => undefined, 1000)
