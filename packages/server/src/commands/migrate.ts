import { openHouse } from './open-house.ts'
import type { ServeOptions } from './options.ts'

/** `kolibra migrate`: brings the database up to date and ends. */
export async function runMigrate(options: ServeOptions): Promise<number> {
  const house = await openHouse(options, () => undefined)
  await house.close()
  const done = house.applied.length === 0 ? 'the database was up to date' : `applied ${house.applied.join(', ')}`
  process.stdout.write(`kolibra migrate: ${done}\n`)
  return 0
}
