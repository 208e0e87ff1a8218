/** Whether something was observed later than what is held. No date is before every date: what does not say when never replaces what does. */
export function isObservedLater(at: string | null, held: string | null): boolean {
  return (at ?? '') > (held ?? '')
}
