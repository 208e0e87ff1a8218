import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { TestHouse } from './test-house.ts'

/**
 * Sends requests that have all read before the first of them writes: the row that they write is held by `lock` until each waits for it.
 * So a lost race is one every time, however fast the machine is.
 */
export async function meetAtLock<T>(
  house: TestHouse,
  lock: { table: string; id: string; key: string },
  requests: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const [holder, watcher] = [new Client({ connectionString: house.adminUrl }), new Client({ connectionString: house.adminUrl })]
  await holder.connect()
  await watcher.connect()
  try {
    await holder.query('BEGIN')
    const { rowCount } = await holder.query(`SELECT FROM kolibra.${lock.table} WHERE ${lock.key} = $1 FOR UPDATE`, [lock.id])
    if (rowCount !== 1) throw new Error(`there is no ${lock.table} ${lock.id} to hold`)
    const running = Promise.all(requests.map((request) => request()))
    for (let waiting = 0; waiting < requests.length; waiting = await countWaiting(watcher)) await pause(5)
    await holder.query('COMMIT')
    return await running
  } finally {
    await holder.end()
    await watcher.end()
  }
}

async function countWaiting(watcher: Client): Promise<number> {
  const { rows } = await watcher.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.waiting ?? 0
}
