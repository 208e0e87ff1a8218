import type { Rulebook } from './compile.ts'
import { FieldHits } from './field-hits.ts'
import { findUrls } from './find-shapes.ts'
import { BREAK, fold, type Folded } from './fold.ts'
import { Negations } from './negation.ts'
import type { Stretch } from './neighbours.ts'

/** What to search with; `names` are the brand's own words, inside which no term counts. */
export interface ScanRequest {
  readonly rulebook: Rulebook
  readonly names?: readonly string[]
}

/** One field of a draft, folded and searched once for all rules; what few rules ask for is worked out when first asked. */
export class FieldScan {
  readonly field: 'title' | 'text'
  readonly original: string
  readonly folded: Folded
  readonly hits: FieldHits
  private readonly rulebook: Rulebook
  private knownSentences: Sentences | null = null
  private knownNegations: Negations | null = null
  private knownUrls: ReturnType<typeof findUrls> | null = null

  constructor(field: 'title' | 'text', original: string, { rulebook, names = [] }: ScanRequest) {
    this.field = field
    this.original = original
    this.folded = fold(original)
    this.rulebook = rulebook
    const places = names.flatMap((name) => findName(this.folded, name))
    this.hits = new FieldHits(this.folded, original, { finder: rulebook.terms, names: places })
  }

  get sentences(): Sentences {
    this.knownSentences ??= new Sentences(this.folded.text)
    return this.knownSentences
  }

  get negations(): Negations {
    this.knownNegations ??= new Negations(this.folded.text, this.hits, this.rulebook.negation)
    return this.knownNegations
  }

  get urls(): ReturnType<typeof findUrls> {
    this.knownUrls ??= findUrls(this.original)
    return this.knownUrls
  }
}

/** Searches a field for every word list and shape the rulebook knows. */
export function scanField(field: 'title' | 'text', original: string, request: ScanRequest): FieldScan {
  return new FieldScan(field, original, request)
}

function findName(folded: Folded, name: string): Stretch[] {
  const sought = fold(name).text
  if (sought === '') return []
  const places: Stretch[] = []
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1))
    places.push({ start: at, end: at + sought.length })
  return places
}

/** The sentences of a folded text; a hard break belongs to what follows it. */
export class Sentences {
  /** Number of the sentence each unit stands in. */
  readonly numbers: Int32Array
  private readonly starts: number[] = [0]

  constructor(text: string) {
    this.numbers = new Int32Array(text.length)
    const end = BREAK.charCodeAt(0)
    for (let at = 0; at < text.length; at += 1) {
      if (text.charCodeAt(at) === end) this.starts.push(at)
      this.numbers[at] = this.starts.length - 1
    }
  }

  /** First unit of the sentence a unit stands in. */
  firstOf(at: number): number {
    return this.starts[this.numbers[at] ?? 0] ?? 0
  }

  /** Last unit of it. */
  lastOf(at: number): number {
    return (this.starts[(this.numbers[at] ?? 0) + 1] ?? this.numbers.length) - 1
  }
}
