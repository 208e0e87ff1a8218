import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ImportReport, Mapping } from '@kolibra/core/imports'
import { fetchJson, postJson, removeAt, uploadForm } from '../api.ts'
import type { ImportAnswer } from './use-imports.ts'
import type { ImportReading } from './use-readings.ts'

const POLL_MS = 500

/** A file that was sent and is not imported yet. `share` is 0–1 while something is done with it. */
export interface UploadItem {
  readonly uploadId: string
  readonly file: string
  readonly state: 'reading' | 'stopped' | 'read' | 'refused' | 'committing' | 'withdrawn'
  readonly share: number | null
  /** The Shanghai day a person said the numbers are of. */
  readonly observedOn: string | null
  readonly report: ImportReport | null
  readonly createdAt: string
}
export interface Upload extends UploadItem {
  readonly reading: ImportReading | null
}

const isBusy = ({ state }: UploadItem) => state === 'reading' || state === 'committing'

/** The files that wait, asked for again while something is done with one of them. */
export function useUploads() {
  return useQuery({
    queryKey: ['import-uploads'],
    queryFn: () => fetchJson<{ items: UploadItem[] }>('/import-uploads'),
    refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? POLL_MS : false),
  })
}

/** One of them, asked for until it is no more; null is one that was imported or thrown away. */
export function askForUpload(uploadId: string | null, watched: boolean) {
  return queryOptions<Upload | null>({
    queryKey: ['import-uploads', uploadId],
    queryFn: () => fetchJson<Upload>(`/import-uploads/${uploadId}`),
    enabled: ({ state }) => uploadId !== null && state.data !== null,
    retry: false,
    refetchInterval: ({ state }) => (watched || (state.data && isBusy(state.data)) ? POLL_MS : false),
  })
}

/** Keeps an upload that is no more from being asked for again: the answer would be a 404. */
export async function closeUpload(client: QueryClient, uploadId: string): Promise<void> {
  const { queryKey } = askForUpload(uploadId, false)
  await client.cancelQueries({ queryKey })
  client.setQueryData(queryKey, null)
}

/** One of them; `watched` while it is imported, which the server says only when asked. */
export function useUpload(uploadId: string | null, watched: boolean) {
  return useQuery(askForUpload(uploadId, watched))
}

interface Sent {
  readonly file: File
  readonly observedOn?: string
  readonly pasted?: boolean
  readonly signal: AbortSignal
}

/** Sends a file, reads it again, imports it, throws it away. */
export function useUploadActs() {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['import-uploads'] })
  const send = useMutation({
    mutationFn: ({ file, observedOn = '', pasted = false, signal }: Sent) => {
      const form = new FormData()
      form.set('pasted', String(pasted))
      form.set('wait', 'false')
      if (observedOn !== '') form.set('observedOn', observedOn)
      form.set('file', file, file.name)
      return uploadForm<Upload>('/import-uploads', form, signal)
    },
    onSuccess: again,
  })
  const readAgain = useMutation({
    mutationFn: ({ uploadId, ...said }: { uploadId: string; mapping?: Mapping; observedOn?: string }) =>
      postJson<Upload>(`/import-uploads/${uploadId}/readings`, { wait: false, ...said }),
    onSuccess: again,
  })
  const commit = useMutation({
    mutationFn: (uploadId: string) => postJson<ImportAnswer>(`/import-uploads/${uploadId}/commit`, {}),
    onSuccess: async (_answer, uploadId) => {
      await closeUpload(client, uploadId)
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
  const discard = useMutation({
    mutationFn: (uploadId: string) => removeAt(`/import-uploads/${uploadId}`),
    onSuccess: (_gone, uploadId) => closeUpload(client, uploadId),
    onSettled: again,
  })
  return { send, readAgain, commit, discard }
}
