/** Whom a task waits for, as the page divides them. */
export const TASK_SIDES = ['desk', 'creators', 'parties'] as const
/** One of TASK_SIDES. */
export type TaskSide = (typeof TASK_SIDES)[number]

/** The side that an address names; the desk when it names none. */
export function readSide(text: unknown): TaskSide {
  return TASK_SIDES.find((side) => side === text) ?? 'desk'
}
