import { createRoute, z } from '@hono/zod-openapi'
import { MEMBER_ROLES } from '@kolibra/core/accounts'
import { ERRORS } from '@kolibra/core/shared'
import { deleteCookie, setCookie } from 'hono/cookie'
import { inFence } from '../platform/database.ts'
import { idParam, jsonAnswer, jsonBody, makeRouter, needSession, PROBLEMS, type HttpContext } from '../platform/http.ts'
import { presentSentence } from '../platform/docs-page.ts'
import { RequestError } from '../platform/request-error.ts'
import { deleteDemo, switchWorkspace } from './leave-workspace.ts'
import { closeSession, useLoginLink } from './session-store.ts'
import { listWorkspaces } from './workspace-store.ts'

/** The cookie that carries a session token. */
export const SESSION_COOKIE = 'kolibra_session'
const COOKIE_SECONDS = 30 * 24 * 3600

const workspaceSchema = z.object({ id: z.uuid(), name: z.string(), demo: z.boolean() })
const sessionSchema = z
  .object({
    user: z.object({ id: z.uuid(), name: z.string() }),
    workspace: z.object({ id: z.uuid(), name: z.string() }),
    role: z.enum(MEMBER_ROLES),
    workspaces: z.array(workspaceSchema),
  })
  .openapi('Session')
const doneSchema = z.object({ done: z.literal(true) })

function giveCookie(c: HttpContext, token: string): void {
  const secure = c.get('server').publicUrl.startsWith('https:')
  setCookie(c, SESSION_COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: COOKIE_SECONDS, secure })
}

async function presentSession(c: HttpContext): Promise<z.infer<typeof sessionSchema>> {
  const { actor, workspaceId, workspaceName } = needSession(c)
  const workspaces = await listWorkspaces(c.get('server').app, actor.id)
  return { user: { id: actor.id, name: actor.name }, workspace: { id: workspaceId, name: workspaceName }, role: actor.role, workspaces }
}

/** `GET /login/{token}`: the one-time link that the server prints. */
export const loginPages = makeRouter().get('/login/:token', async (c) => {
  // A preview that only asks for the head must not use the link up.
  if (c.req.method === 'HEAD') return c.body(null, 204)
  const { app, clock } = c.get('server')
  const token = await useLoginLink(app, c.req.param('token'), clock())
  if (token === null) {
    if (c.req.header('accept')?.includes('text/html') === true) return c.html(presentSentence(ERRORS['session.link_used']), 410)
    throw new RequestError('session.link_used')
  }
  giveCookie(c, token)
  return c.redirect('/', 303)
})

const readRoute = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in, where, and the workspaces to choose from',
  responses: { 200: jsonAnswer(sessionSchema, 'The session'), ...PROBLEMS },
})
const endRoute = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  responses: { 200: jsonAnswer(doneSchema, 'Signed out'), ...PROBLEMS },
})
const switchRoute = createRoute({
  method: 'post',
  path: '/session/workspace',
  summary: 'Go on in another workspace',
  request: jsonBody(z.object({ id: z.uuid() })),
  responses: { 200: jsonAnswer(doneSchema, 'The session now stands in that workspace'), ...PROBLEMS },
})
const deleteRoute = createRoute({
  method: 'delete',
  path: '/workspaces/{id}',
  summary: 'Delete an example workspace with everything in it',
  request: { params: idParam },
  responses: { 200: jsonAnswer(doneSchema, 'Deleted'), ...PROBLEMS },
})

/** `/session` and `/workspaces`. */
export const accountRoutes = makeRouter()
  .openapi(readRoute, async (c) => c.json(await presentSession(c), 200))
  .openapi(endRoute, async (c) => {
    const { workspaceId, sessionHash, actor } = needSession(c)
    await inFence(c.get('server').app, { workspaceId, userId: actor.id }, (tx) => closeSession(tx, workspaceId, sessionHash))
    deleteCookie(c, SESSION_COOKIE, { path: '/' })
    return c.json({ done: true as const }, 200)
  })
  .openapi(switchRoute, async (c) => {
    giveCookie(c, await switchWorkspace(c, c.req.valid('json').id))
    return c.json({ done: true as const }, 200)
  })
  .openapi(deleteRoute, async (c) => {
    const token = await deleteDemo(c, c.req.valid('param').id)
    if (token !== null) giveCookie(c, token)
    return c.json({ done: true as const }, 200)
  })
