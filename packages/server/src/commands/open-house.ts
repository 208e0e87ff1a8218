import { mkdirSync } from 'node:fs'
import { migrateDatabase, roleUrls } from '../platform/migrate.ts'
import { openDatabase, refuseUnfencedRole, type OpenDatabase } from '../platform/database.ts'
import { startPostgres } from '../platform/embedded-postgres.ts'
import { RefusedStart } from '../platform/refused-start.ts'
import { readSecret } from '../platform/secrets.ts'
import type { ServeOptions } from './options.ts'

/** A migrated database with a pool for each of the two roles. */
export interface House {
  readonly app: OpenDatabase
  readonly owner: OpenDatabase
  readonly applied: readonly string[]
  readonly close: () => Promise<void>
}

/** Starts or reaches the database, brings it up to date and opens both pools. */
export async function openHouse(options: ServeOptions, onLost: (error: Error) => void): Promise<House> {
  makeFolder(options.dataDir)
  const embedded = options.databaseUrl === null ? await startPostgres(options.dataDir) : null
  try {
    const adminUrl = embedded?.url ?? options.databaseUrl ?? ''
    const urls = roleUrls(adminUrl, readSecret(options.dataDir))
    const { applied } = await migrateDatabase(adminUrl, urls)
    const app = openDatabase(urls.appUrl, { size: 15, onLost })
    const owner = openDatabase(urls.ownerUrl, { size: 10, onLost })
    await refuseUnfencedRole(app.pool)
    const close = async () => {
      await Promise.all([app.db.destroy(), owner.db.destroy()])
      await embedded?.stop()
    }
    return { app, owner, applied, close }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new RefusedStart(`The data folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`)
  }
}
