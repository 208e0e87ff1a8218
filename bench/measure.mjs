// `npm run measure`: what needs the large data beside the repository. Prints figures, never fails on time.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const data = process.env['KOLIBRA_DATA'] ?? join(root, '../shared/data')

if (!existsSync(data)) {
  process.stdout.write(`measure: not present (${data}); set KOLIBRA_DATA to a folder of real exports\n`)
  process.exit(0)
}
