import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { askForUpload, closeUpload, type Upload } from './use-uploads.ts'

const upload: Upload = {
  uploadId: 'u',
  file: 'list.csv',
  state: 'read',
  share: null,
  observedOn: null,
  report: null,
  reading: null,
  createdAt: '2026-11-27T00:00:00.000Z',
}

/** How often the open dialog asks for its upload when everything is asked for again. */
async function countAsked(isClosed: boolean): Promise<number> {
  let asked = 0
  const client = new QueryClient()
  const queryFn = async () => {
    asked += 1
    return upload
  }
  const observer = new QueryObserver(client, { ...askForUpload('u', false), queryFn })
  const leave = observer.subscribe(() => undefined)
  await observer.refetch()
  const before = asked
  if (isClosed) await closeUpload(client, 'u')
  await client.invalidateQueries()
  leave()
  client.clear()
  return asked - before
}

test('an upload that waits is asked for again', async () => expect(await countAsked(false)).toBe(1))
test('one that was imported or thrown away is not', async () => expect(await countAsked(true)).toBe(0))
