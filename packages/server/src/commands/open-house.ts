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
  /** The folder's own secret. */
  readonly secret: string
  readonly close: () => Promise<void>
}

/** Starts or reaches the database, brings it up to date and opens both pools. */
export async function openHouse(options: ServeOptions, onLost: (error: Error) => void): Promise<House> {
  makeFolder(options.dataDir)
  const embedded = options.databaseUrl === null ? await inFolder(options.dataDir, () => startPostgres(options.dataDir)) : null
  try {
    const adminUrl = embedded?.url ?? options.databaseUrl ?? ''
    const secret = await inFolder(options.dataDir, () => readSecret(options.dataDir))
    const urls = roleUrls(adminUrl, secret)
    const { applied } = await migrateDatabase(adminUrl, urls)
    // Connections that end because we end are no loss.
    let isClosing = false
    const report = (error: Error) => (isClosing ? undefined : onLost(error))
    const app = openDatabase(urls.appUrl, { size: 15, onLost: report })
    const owner = openDatabase(urls.ownerUrl, { size: 10, onLost: report })
    await refuseUnfencedRole(app.pool)
    const close = async () => {
      isClosing = true
      await Promise.all([app.db.destroy(), owner.db.destroy()])
      await embedded?.stop()
    }
    return { app, owner, applied, secret, close }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

const FOLDER_FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'belongs to another user or is not open to this one',
  EPERM: 'belongs to another user or is not open to this one',
  EROFS: 'is on a disk that cannot be written',
  ENOSPC: 'is on a disk that is full',
  EISDIR: 'holds a folder where a file is expected',
}

async function inFolder<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const fault = error instanceof Error && 'code' in error ? FOLDER_FAULTS[String(error.code)] : undefined
    if (fault === undefined) throw error
    throw new RefusedStart(`The data folder ${folder} ${fault}; choose another with --data.`)
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new RefusedStart(`The data folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`)
  }
}
