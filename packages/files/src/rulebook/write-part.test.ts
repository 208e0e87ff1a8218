import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadRulebook, readPart, writePart } from './index.ts'

test('every shipped entry and word list reads the same after it was written', async () => {
  const loaded = await loadRulebook(join(dirname(fileURLToPath(import.meta.url)), '../../../../rulebook'))
  const parts = loaded.ok ? loaded.value : []
  expect(parts.length).toBeGreaterThan(100)
  for (const part of parts) expect(readPart(writePart(part), 'x.yaml')).toEqual({ ok: true, value: [part] })
})
