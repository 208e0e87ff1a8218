import { mayDo, MEMBER_ROLES } from '@kolibra/core/accounts'
import type { Context } from '../platform/context.ts'

/** Whether who acts may hand links, codes and messages out; who may only read sees none of them. */
export function mayHandOut({ actor }: Pick<Context, 'actor'>): boolean {
  return MEMBER_ROLES.some((role) => role === actor.role && mayDo(role, 'portal.write'))
}
