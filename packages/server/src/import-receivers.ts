import { attachByHash, insertColumns, keepSlots, makeStagedLines, moveAccounts, movePosts, moveTalk } from './creators/index.ts'
import type { Receivers } from './imports/index.ts'
import { refreshAfterImport } from './selection/index.ts'

/** Who takes what an import read: creators own accounts and posts, selection shows them. */
export const RECEIVERS: Receivers = {
  receive: (ctx, { importId, report }) => {
    const lines = makeStagedLines(ctx.mintId)
    const hope = { areNew: true }
    return {
      rowsOf: lines.ofPiece,
      rowOfPlain: lines.ofPlain,
      move: async () => {
        if (report.accepted.accounts > 0) await moveAccounts(ctx, { importId, source: report.source.id, hope })
        if (report.accepted.posts > 0) await movePosts(ctx, importId)
        if (report.accepted.comments + (report.accepted.series ?? 0) > 0) await moveTalk(ctx, importId)
      },
      finish: async () => {
        await insertColumns(ctx, importId, lines.passports())
        await keepSlots(ctx, importId, lines.slots())
        await attachByHash(ctx)
        await refreshAfterImport(ctx, importId, report.accepted.accounts)
      },
    }
  },
}
