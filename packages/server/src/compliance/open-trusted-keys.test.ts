import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTrustedKeys } from './open-trusted-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'kolibra-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (text: string) => {
  mkdirSync(join(folder, 'rulebook'), { recursive: true })
  writeFileSync(join(folder, 'rulebook', 'trusted-keys.yaml'), text)
}

test('without a list nobody is trusted', async () => expect(await openTrustedKeys(folder)).toEqual([]))

test('the list of the operator is the one the command line reads', async () => {
  put('- { name: 示例规则社, publicKey: abc= }\n')
  expect(await openTrustedKeys(folder)).toEqual([{ name: '示例规则社', publicKey: 'abc=' }])
})

test('a list that is none stops the start in one sentence', async () => {
  put('name: 示例规则社\n')
  await expect(openTrustedKeys(folder)).rejects.toThrow(/trusted-keys\.yaml is no list of trusted keys \(the document: .*\); write/)
})
