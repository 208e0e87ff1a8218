import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/**
 * Refuses a body of more than `maxBytes`. One that says its length is not touched here: touched and then left unread, Node would end its
 * connection half a second after the answer, and the answer to the next request would be lost with it.
 */
export function limitBody(maxBytes: number, refuse: () => Response): MiddlewareHandler {
  const countWhileRead = bodyLimit({ maxSize: maxBytes, onError: refuse })
  return async (c, next) => {
    const said = c.req.header('content-length')
    if (said === undefined || c.req.header('transfer-encoding') !== undefined) return countWhileRead(c, next)
    return Number(said) > maxBytes ? refuse() : next()
  }
}
