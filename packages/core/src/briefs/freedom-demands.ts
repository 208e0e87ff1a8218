/** What can cost a creator freedom, in the order of the formula. */
export const FREEDOM_DEMANDS = ['verbatim', 'mustSay', 'fixedCaption', 'fixedTime', 'shots', 'rounds', 'toneApproval'] as const
/** One of FREEDOM_DEMANDS. */
export type FreedomDemand = (typeof FREEDOM_DEMANDS)[number]
