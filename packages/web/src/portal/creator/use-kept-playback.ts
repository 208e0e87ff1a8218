import { blankRow, isRowSaid, type Playback, type PlayedDeliverable } from '@kolibra/core/briefs'
import { useState } from 'react'
import type { OwnBrief } from './page-data.ts'

const keyOf = (briefId: string) => `kolibra-creator-playback-${briefId}`

function readKept(briefId: string): Playback | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(briefId)) ?? 'null')
  } catch {
    return null
  }
}

function keep(briefId: string, said: Playback | null): void {
  try {
    if (said === null) localStorage.removeItem(keyOf(briefId))
    else localStorage.setItem(keyOf(briefId), JSON.stringify(said))
  } catch {
    // A browser that keeps nothing still sends.
  }
}

/** The playback as it is typed: kept on the phone until it is sent, and what was said last to begin with. Nothing comes from the brief. */
export function useKeptPlayback({ id, talk }: OwnBrief) {
  const [said, setSaid] = useState<Playback>(() => readKept(id) ?? talk.playback ?? { deliverables: [], mustNot: [] })
  const change = (next: Playback) => {
    setSaid(next)
    keep(id, next)
  }
  return {
    rowOf: (itemId: string) => said.deliverables.find((row) => row.itemId === itemId) ?? blankRow(itemId),
    sayRow: (row: PlayedDeliverable) =>
      change({ ...said, deliverables: [...said.deliverables.filter(({ itemId }) => itemId !== row.itemId), row] }),
    isConfirmed: (line: string) => said.mustNot.includes(line),
    confirm: (line: string, isOn: boolean) =>
      change({ ...said, mustNot: isOn ? [...said.mustNot, line] : said.mustNot.filter((each) => each !== line) }),
    /** What is said of these rows and lines, and only of them. */
    take: (rows: readonly string[], lines: readonly string[]): Playback => ({
      deliverables: said.deliverables.filter((row) => rows.includes(row.itemId) && isRowSaid(row)),
      mustNot: said.mustNot.filter((line) => lines.includes(line)),
    }),
    forget: () => keep(id, null),
  }
}
