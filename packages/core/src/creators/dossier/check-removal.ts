import type { Actor } from '../../accounts/index.ts'
import { accept, refuse, type Outcome } from '../../shared/index.ts'

/** Who wrote a note may take it back, and an owner may. Refuses `note.not_author`. */
export function checkNoteRemoval(actor: Pick<Actor, 'id' | 'role'>, note: { readonly authorId: string }): Outcome<null> {
  if (actor.id === note.authorId || actor.role === 'owner') return accept(null)
  return refuse({ code: 'note.not_author' })
}
