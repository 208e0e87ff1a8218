import { say } from '../shared/index.ts'
import { BRIEF_HEADINGS } from './brief-headings.ts'
import { BRIEF_SECTIONS } from './list-items.ts'

/** A place in the brief file, `mustSay[0]`, as the form calls it: 「要点」第 1 条. A place without a section keeps its path. */
export function namePath(path: string): { readonly zh: string; readonly en: string } {
  const section = BRIEF_SECTIONS.find((name) => name === /^\w+/.exec(path)?.[0])
  if (section === undefined) return say(path, path)
  const { zh, en } = BRIEF_HEADINGS[section]
  const place = /\[(\d+)\]/.exec(path)?.[1]
  if (place === undefined) return say(`“${en[0] ?? ''}”`, `「${zh[0] ?? ''}」`)
  return say(`“${en[0] ?? ''}” no. ${Number(place) + 1}`, `「${zh[0] ?? ''}」第 ${Number(place) + 1} 条`)
}
