import type { ChannelKind } from './channels.ts'

/** What does not fit of a channel that is to be added: the field, and why. */
export interface ChannelFault {
  readonly field: 'address' | 'secret'
  readonly why: 'no_mail_address' | 'no_web_address' | 'secret_short'
}

/** Characters that a webhook's secret needs at least. */
export const SHORTEST_SECRET = 16

// One address and nothing around it: a list or a name in brackets would send to more than was meant.
const MAIL_ADDRESS = /^[^\s@,;:<>()"]+@[^\s@,;:<>()"]+\.[^\s@,;:<>()".]+$/

function isWebAddress(address: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}

/** Everything that does not fit of an address and its secret, for the form and the server alike; empty when a channel can be added. */
export function checkChannel({
  kind,
  address,
  secret,
}: {
  readonly kind: ChannelKind
  readonly address: string
  readonly secret: string | null
}): ChannelFault[] {
  const faults: ChannelFault[] = []
  if (kind === 'email' && !MAIL_ADDRESS.test(address)) faults.push({ field: 'address', why: 'no_mail_address' })
  if (kind !== 'email' && !isWebAddress(address)) faults.push({ field: 'address', why: 'no_web_address' })
  if (kind === 'webhook' && (secret ?? '').length < SHORTEST_SECRET) faults.push({ field: 'secret', why: 'secret_short' })
  return faults
}
