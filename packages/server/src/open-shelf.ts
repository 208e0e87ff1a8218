import type { Server } from './platform/http.ts'
import { runAsOwner } from './run-as-owner.ts'
import { makeDiscoveryShelf, type DiscoveryShelf } from './selection/index.ts'

/** The search indexes of this process, filled on the server's own connections. */
export function openShelf(server: Server): DiscoveryShelf {
  return makeDiscoveryShelf({
    runApart: (workspaceId, work) => runAsOwner(server, workspaceId, work),
    onFailure: (error) => server.log.error({ err: error }, 'a search index was not loaded'),
  })
}
