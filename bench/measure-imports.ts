import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importRecords } from '@kolibra/core/imports'
import { readExportFile } from '@kolibra/files/read'

/** The real exports: what was recognised, counted, proved. */
export async function measureImports({ data }: { data: string }): Promise<string[]> {
  const files = ['xingtu_response', 'xhs_posts_gb18030'].flatMap((folder) =>
    readdirSync(join(data, folder)).map((name) => join(data, folder, name)),
  )
  return Promise.all(files.map(describeImport))
}

async function describeImport(path: string): Promise<string> {
  const decoded = await readExportFile(path)
  if (!decoded.ok) return `${path}: ${JSON.stringify(decoded.refusals)}`
  const importId = `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`
  const imported = importRecords(decoded.value, { source: 'auto', importId })
  if (!imported.ok) return `${path}: ${JSON.stringify(imported.refusals)}`
  const { report } = imported.value
  const proved = report.units.filter((unit) => unit.state === 'proved').length
  return `${report.file}: ${report.source.id} (${report.source.confidence.toFixed(2)}), ${report.encoding}, ${report.records} records, ${JSON.stringify(report.accepted)}, ${report.duplicates} duplicates, ${report.rejected} rejected, ${proved} of ${report.units.length} units proved`
}
