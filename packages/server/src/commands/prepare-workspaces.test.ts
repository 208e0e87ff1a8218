import { afterEach, beforeEach, expect, test } from 'vitest'
import { listWorkspaces, openWorkspace, OWNER } from '../accounts/index.ts'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import { prepareWorkspaces } from './prepare-workspaces.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const loadExample = () => openWorkspace(house.server.app, { name: 'Example', isDemo: true, clock: house.server.clock })
const refuseExample = () => Promise.reject(new Error('no room on the disk'))
const listNames = async () => (await listWorkspaces(house.server.app, OWNER.id)).map(({ name }) => name)

test('the first start makes both workspaces and opens the example; later ones add none', async () => {
  const home = await prepareWorkspaces(house.server, loadExample)
  expect(await listNames()).toEqual(['My workspace', 'Example'])
  expect(await prepareWorkspaces(house.server, refuseExample)).toBe(home)
  expect((await listWorkspaces(house.server.app, OWNER.id)).find(({ id }) => id === home)?.name).toBe('Example')
})

test('a start that fails while the example is loaded is followed by one that loads it', async () => {
  await expect(prepareWorkspaces(house.server, refuseExample)).rejects.toThrow('no room on the disk')
  await prepareWorkspaces(house.server, loadExample)
  expect(await listNames()).toEqual(['My workspace', 'Example'])
})

test('near miss: where it was not loaded at the first start, or was deleted, it does not come by itself', async () => {
  const own = await prepareWorkspaces(house.server, null)
  expect(await prepareWorkspaces(house.server, loadExample)).toBe(own)
  expect(await listNames()).toEqual(['My workspace'])
})
