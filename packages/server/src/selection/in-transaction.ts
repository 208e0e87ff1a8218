import type { Context } from '../platform/context.ts'

/** Runs work in a transaction of the workspace. */
export type InTransaction = (work: (ctx: Context) => Promise<void>) => Promise<void>
