import { makeContext } from '../platform/context.ts'
import { inFence } from '../platform/database.ts'
import { authorize, needSession, type HttpContext } from '../platform/http.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { closeSession, openSession } from './session-store.ts'
import { deleteWorkspaceRows, listWorkspaces, readIsDemo, readMembership } from './workspace-store.ts'

/** Moves a session to another workspace of the same person; returns the new token. Refuses `request.not_found` for strangers. */
export async function switchWorkspace(c: HttpContext, workspaceId: string): Promise<string> {
  const session = needSession(c)
  const { app, clock } = c.get('server')
  const userId = session.actor.id
  const token = await inFence(app, { workspaceId, userId }, async (tx) =>
    (await readMembership(tx, workspaceId, userId)) === null ? null : openSession(tx, { workspaceId, userId, nowMs: clock() }),
  )
  if (token === null) throw new RequestError('request.not_found', { kind: 'workspace', id: workspaceId })
  await inFence(app, { workspaceId: session.workspaceId, userId }, (tx) => closeSession(tx, session.workspaceId, session.sessionHash))
  return token
}

/** Deletes an example workspace; a real one is never deleted by a click. Returns a token elsewhere when the session stood in it. */
export async function deleteDemo(c: HttpContext, workspaceId: string): Promise<string | null> {
  const session = needSession(c)
  const { app, clock } = c.get('server')
  const { actor } = session
  const next = (await listWorkspaces(app, actor.id)).find((workspace) => workspace.id !== workspaceId && !workspace.demo)
  await inFence(app, { workspaceId, userId: actor.id }, async (tx) => {
    const role = await readMembership(tx, workspaceId, actor.id)
    if (role === null) throw new RequestError('request.not_found', { kind: 'workspace', id: workspaceId })
    authorize({ ...session, workspaceId, actor: { ...actor, role } }, 'workspace.delete')
    if (next === undefined || (await readIsDemo(tx, workspaceId)) !== true) throw new RequestError('workspace.not_demo')
    await deleteWorkspaceRows(tx, workspaceId)
  })
  if (next === undefined) return null
  // The deleted workspace can keep no event; the one that stays does.
  return inFence(app, { workspaceId: next.id, userId: actor.id }, async (tx) => {
    const nextId = authorize({ ...session, workspaceId: next.id }, 'workspace.read')
    await recordEvent(makeContext({ workspaceId: nextId, actor, tx, clock }), {
      name: 'workspace.deleted',
      subject: { kind: 'workspace', id: workspaceId },
    })
    if (session.workspaceId !== workspaceId) return null
    return openSession(tx, { workspaceId: next.id, userId: actor.id, nowMs: clock() })
  })
}
