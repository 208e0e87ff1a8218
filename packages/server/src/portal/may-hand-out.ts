import { mayDo, MEMBER_ROLES, type Permission } from '@kolibra/core/accounts'
import type { Context } from '../platform/context.ts'

/** Whether who acts may hand links, codes and messages out, those of creators unless another verb is named; who may only read sees none of them. */
export function mayHandOut({ actor }: Pick<Context, 'actor'>, permission: Permission = 'portal.write'): boolean {
  return MEMBER_ROLES.some((role) => role === actor.role && mayDo(role, permission))
}
