import { accept, refuse, type Outcome } from '../shared/index.ts'
import type { NotedProof } from './product-proof-schema.ts'

/**
 * Whether days of a product can be so: received not before sent, used not before received, none of them still to come. A day that is
 * not known is null and says nothing. Refuses `product.order_of_days` and `product.day_to_come` with the field.
 */
export function checkProof(proof: NotedProof, today: string): Outcome<NotedProof> {
  const { sentOn, receivedOn, inUseSince } = proof
  const days = [
    { field: 'sentOn', day: sentOn },
    { field: 'receivedOn', day: receivedOn },
    { field: 'inUseSince', day: inUseSince },
  ]
  const known = days.filter(({ day }) => day !== null)
  const late = known.find(({ day }) => day !== null && day > today)
  if (late !== undefined) return refuse({ code: 'product.day_to_come', field: late.field })
  const turned = known.find(({ day }, place) => known.slice(place + 1).some((later) => (later.day ?? '') < (day ?? '')))
  if (turned !== undefined) return refuse({ code: 'product.order_of_days', field: turned.field })
  return accept(proof)
}

/** True when it is known that the creator has the product and uses it, and a note or a photo shows it. */
export function isProved({ receivedOn, inUseSince, note, photoLink }: NotedProof): boolean {
  return receivedOn !== null && inUseSince !== null && (note.trim() !== '' || (photoLink ?? '') !== '')
}
