import { isGroup } from './set-at.ts'

/** The fields of one item as flat paths with their values, in the order they stand: `text.zh`, `windowFrom`. A list is one value. */
export function listFields(content: Readonly<Record<string, unknown>>, prefix = ''): (readonly [path: string, value: unknown])[] {
  return Object.entries(content).flatMap(([name, value]) => {
    const path = `${prefix}${name}`
    return isGroup(value) ? listFields(value, `${path}.`) : [[path, value] as const]
  })
}
