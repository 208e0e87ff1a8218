// The engines that are measured side by side. Those of others are installed in bench/peers alone.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { TermScanner } from '../packages/core/src/compliance/scan/term-scanner.ts'
import { buildTermTable } from '../packages/core/src/compliance/scan/term-table.ts'

/** Something that counts the hits in a text. */
export type Scan = (text: string) => number

export interface Engine {
  readonly name: string
  readonly build: () => Scan
}

interface Peers {
  readonly [name: string]: new (
    terms: string[],
  ) => Record<string, (text: string, options?: object) => { length: number; words?: unknown[] }>
}

export function ourEngines(terms: readonly string[], evadable: ReadonlySet<string>): Engine[] {
  const engine = (name: string, build: () => TermScanner): Engine => ({
    name,
    build: () => {
      const scanner = build()
      return (text) => scanner.scan(text).length
    },
  })
  return [
    engine('kolibra, folding', () => new TermScanner(buildTermTable(terms))),
    engine('kolibra, folding and evasion', () => new TermScanner(buildTermTable(terms, { isEvadable: (term) => evadable.has(term) }))),
  ]
}

/** Those that are installed; each tells how it is called and what of its answer is a hit. */
export function peerEngines(root: string, terms: string[]): Engine[] {
  const folder = join(root, 'bench/peers')
  const require = createRequire(join(folder, 'package.json'))
  const peer = (name: string, exported: string, count: (made: InstanceType<Peers[string]>) => Scan): Engine[] => {
    if (!existsSync(join(folder, 'node_modules', name.split('/').slice(0, 2).join('/')))) return []
    const loaded: unknown = require(name)
    const Made = exported === '' ? (loaded as Peers[string]) : (loaded as Peers)[exported]
    return Made === undefined ? [] : [{ name, build: () => count(new Made([...terms])) }]
  }
  return [
    ...peer('@monyone/aho-corasick/fast', 'AhoCorasick', (made) => (text) => made['matchInText']?.(text).length ?? 0),
    ...peer('@monyone/aho-corasick', 'AhoCorasick', (made) => (text) => made['matchInText']?.(text).length ?? 0),
    ...peer('fastscan', '', (made) => (text) => made['search']?.(text).length ?? 0),
    ...peer('mint-filter', 'default', (made) => (text) => made['filter']?.(text, { replace: false }).words?.length ?? 0),
  ]
}
