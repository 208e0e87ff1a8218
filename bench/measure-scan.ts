import { join } from 'node:path'
import { compileRulebook, type Rulebook } from '@kolibra/core/compliance'
import { loadRulebook } from '@kolibra/files/rulebook'
import { fold } from '../packages/core/src/compliance/fold.ts'
import { inventTerms, readTexts } from './scan-corpus.ts'
import { ourEngines, peerEngines, type Engine, type Scan } from './scan-engines.ts'

// Rounds are short, so that some of them fall into moments in which nobody else needs the machine.
const ROUNDS = Number(process.env['KOLIBRA_BENCH_ROUNDS'] ?? 40)
const PASSES = 4
const PIECE_CHARS = 60_000

interface Measured {
  readonly name: string
  readonly scan: Scan
  readonly buildMs: number
  best: { prose: number; comments: number }
}

/** Our scanner beside the libraries people use: the same terms, the same texts, each round with a plain sum over the characters beside it. */
export async function measureScan({ data, root }: { data: string; root: string }): Promise<string[]> {
  const { terms, evadable } = inventTerms(await openRulebook(root))
  const { prose, comments } = readTexts(data)
  const engines = [calibrator, ...ourEngines(terms, evadable), ...peerEngines(root, terms)].map(prepare)
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = (round * PIECE_CHARS) % (prose.length - PIECE_CHARS)
    const piece = flatten(prose.slice(from, from + PIECE_CHARS))
    const first = (round * 2000) % (comments.length - 2000)
    const few = comments.slice(first, first + 2000).map(flatten)
    for (const engine of engines) {
      // The first pass fetches the engine's tables again, which the one before has driven out of the cache.
      for (let pass = 0; pass < PASSES; pass += 1) engine.best.prose = Math.min(engine.best.prose, time([piece], engine.scan))
      for (let pass = 0; pass < PASSES; pass += 1) engine.best.comments = Math.min(engine.best.comments, time(few, engine.scan))
    }
  }
  const reference = engines.find(({ name }) => name.endsWith('/fast'))
  return [
    `${terms.length} terms, ${evadable.size} of them by sound too; ${prose.length} characters of reviews, ${comments.length} comments of 30; best of ${ROUNDS} rounds`,
    ...engines.map((engine) => describe(engine, reference)),
    compareHits(terms, root, prose),
  ]
}

async function openRulebook(root: string): Promise<Rulebook> {
  const parts = await loadRulebook(join(root, 'rulebook'))
  const compiled = parts.ok ? compileRulebook(parts.value, { version: 'bench' }) : parts
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  return compiled.value
}

const calibrator: Engine = {
  name: 'sum of charCodeAt',
  build: () => (text) => {
    let sum = 0
    for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at)
    return sum
  },
}

// A first build warms the compiler up, as a server that loads its rulebook again is.
function prepare({ name, build }: Engine): Measured {
  build()
  let buildMs = Infinity
  let scan = build()
  for (let round = 0; round < 5; round += 1) {
    const before = process.cpuUsage()
    scan = build()
    const { user, system } = process.cpuUsage(before)
    buildMs = Math.min(buildMs, (user + system) / 1000)
  }
  return { name, scan, buildMs, best: { prose: Infinity, comments: Infinity } }
}

// A slice points into its whole; made anew it is what a text read from a file is.
const flatten = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le')

function time(texts: readonly string[], scan: Scan): number {
  const started = process.hrtime.bigint()
  let found = 0
  for (const text of texts) found += scan(text)
  const elapsed = Number(process.hrtime.bigint() - started)
  if (found < 0) throw new Error('an engine found less than nothing')
  return elapsed / texts.reduce((sum, text) => sum + text.length, 0)
}

function describe({ name, buildMs, best }: Measured, reference: Measured | undefined): string {
  const speed = (ns: number) => `${(1000 / ns).toFixed(1)} M/s`
  const over =
    reference === undefined
      ? ''
      : `; × ${(reference.best.prose / best.prose).toFixed(2)} and × ${(reference.best.comments / best.comments).toFixed(2)}`
  return `${name}: build ${buildMs.toFixed(0)} ms, prose ${speed(best.prose)} (${best.prose.toFixed(2)} ns), comments ${speed(best.comments)}${over}`
}

// On a text that folds to itself folding changes nothing, so the number of hits must be the same.
function compareHits(terms: string[], root: string, prose: string): string {
  const plain = fold(prose).text.replace(/[a-z]+/g, '')
  const counts = [...ourEngines(terms, new Set()).slice(0, 1), ...peerEngines(root, terms)].map(
    ({ name, build }) => `${name} ${build()(plain)}`,
  )
  return `hits on folded text: ${counts.join(', ')} (mint-filter tells words, each once, and misses some)`
}
