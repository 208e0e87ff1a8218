// `npm run measure`: figures on real data that stands beside the repository and is never part of it.
// Each part prints its figures; the last ones stand in docs/measured.md with their date.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureCoverage, measureMix } from './measure-coverage.ts'
import { measureCsv } from './measure-csv.ts'
import { measureDiscovery } from './measure-discovery.ts'
import { measureEditor } from './measure-editor.ts'
import { measureForecast } from './measure-forecast.ts'
import { measureImports } from './measure-imports.ts'
import { measureLint } from './measure-lint.ts'
import { measureLintSpeed } from './measure-lint-speed.ts'
import { measureMerges } from './measure-merges.ts'
import { measureMutants } from './measure-mutants.ts'
import { measurePortal } from './measure-portal.ts'
import { measureQuality } from './measure-quality.ts'
import { measureScan } from './measure-scan.ts'
import { measureTyping } from './measure-typing.ts'
import { measureVetting } from './measure-vetting.ts'
import { measureXlsx } from './measure-xlsx.ts'

/** Parts that make their own data need none beside the repository. */
const SELF_MADE = new Set(['discovery', 'mutants', 'xlsx', 'csv', 'typing', 'merges', 'editor', 'quality', 'mix', 'portal'])
const PARTS = {
  csv: measureCsv,
  discovery: measureDiscovery,
  xlsx: measureXlsx,
  imports: measureImports,
  lint: measureLint,
  scan: measureScan,
  'lint-speed': measureLintSpeed,
  forecast: measureForecast,
  coverage: measureCoverage,
  mix: measureMix,
  vetting: measureVetting,
  mutants: measureMutants,
  typing: measureTyping,
  merges: measureMerges,
  editor: measureEditor,
  quality: measureQuality,
  portal: measurePortal,
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const data = process.env['KOLIBRA_DATA'] ?? join(root, '../shared/data')
const wished = process.argv.slice(2)

for (const [name, measure] of Object.entries(PARTS)) {
  if (wished.length > 0 && !wished.includes(name)) continue
  process.stdout.write(`\n== ${name}\n`)
  if (!existsSync(data) && !SELF_MADE.has(name)) process.stdout.write('not present\n')
  else process.stdout.write(`${(await measure({ data, root })).join('\n')}\n`)
}
