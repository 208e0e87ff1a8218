import { mayDo, MEMBER_ROLES, type Permission } from '@kolibra/core/accounts'
import { useSession } from '../../accounts/use-session.ts'

/** Whether whoever is signed in may do this; what one may not is not offered. */
export function useMayDo(permission: Permission): boolean {
  const role = MEMBER_ROLES.find((each) => each === useSession().data?.role)
  return role !== undefined && mayDo(role, permission)
}
