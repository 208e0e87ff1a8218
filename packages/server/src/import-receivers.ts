import { moveAccounts, movePosts } from './creators/index.ts'
import type { Receivers } from './imports/index.ts'
import { refreshRows } from './selection/index.ts'

/** Who takes what an import read: creators own accounts and posts, selection shows them. */
export const RECEIVERS: Receivers = { moveAccounts, movePosts, finish: refreshRows }
