import { packArchive } from '../pack-archive.ts'
import { makeChance, type Chance } from './chance.ts'
import { RIGHT_ENCODINGS, WRONG_ENCODINGS } from './encodings.ts'
import { BYTE_MUTATIONS } from './mutate-bytes.ts'
import { JSON_MUTATIONS } from './mutate-json.ts'
import { TEXT_MUTATIONS } from './mutate-text.ts'
import { WORKBOOK_MUTATIONS } from './mutate-workbook.ts'
import { listOriginals, type Original } from './originals.ts'

/** A spoilt file and what was done to it. */
export interface Mutant {
  readonly name: string
  readonly bytes: Uint8Array
  readonly how: string
}

const originals = listOriginals()

/** The file of this seed, always the same. */
export function makeMutant(seed: number): Mutant {
  const chance = makeChance(seed)
  // In turn, so that the kinds are equally many whatever chance does.
  const original = originals[seed % originals.length]
  if (original === undefined) throw new Error('no original')
  const made = original.kind === 'workbook' ? spoilWorkbook(original, chance) : spoilText(original, chance)
  if (!chance.happens(made.how === '' ? 1 : 0.15)) return { name: original.name, ...made }
  const [how, spoil] = chance.pick(Object.entries(BYTE_MUTATIONS))
  return { name: original.name, bytes: spoil(made.bytes, chance), how: made.how === '' ? how : `${made.how}, ${how}` }
}

type Made = Pick<Mutant, 'bytes' | 'how'>

function spoilWorkbook({ parts }: Original & { kind: 'workbook' }, chance: Chance): Made {
  if (chance.happens(0.3)) return { bytes: packArchive(parts), how: '' }
  const [how, spoil] = chance.pick(Object.entries(WORKBOOK_MUTATIONS))
  return { bytes: packArchive(spoil(parts, chance)), how }
}

function spoilText({ kind, text }: Exclude<Original, { kind: 'workbook' }>, chance: Chance): Made {
  const [encoding, encode] = chance.pick(Object.entries(RIGHT_ENCODINGS))
  if (chance.happens(0.3)) return { bytes: encode(text), how: '' }
  if (chance.happens(0.2)) {
    const [how, encodeWrongly] = chance.pick(Object.entries(WRONG_ENCODINGS))
    return { bytes: encodeWrongly(text, chance), how }
  }
  const [how, spoil] = chance.pick(Object.entries(kind === 'table' ? TEXT_MUTATIONS : JSON_MUTATIONS))
  return { bytes: encode(spoil(text, chance)), how: `${how} in ${encoding}` }
}
