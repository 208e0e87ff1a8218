export { accountRoutes, loginPages, SESSION_COOKIE } from './routes.ts'
export { authorizeOwner, openWorkspace, openWorkspaceIn, OWNER } from './open-workspace.ts'
export { createLoginLink, openSession, readSession } from './session-store.ts'
export { listWorkspaces, type WorkspaceEntry } from './workspace-store.ts'
