import type { Post } from '../../imports/index.ts'
import { compareTone, measureTone } from './measure-tone.ts'
import { textOf } from './read-posts.ts'
import type { ImageReport, ToneTarget } from './schema.ts'

/** Holds the posts of one creator against the tone a brand wishes; `fit` null: no text is held, which is unknown and no miss. */
export function fitTone(posts: readonly Post[], wished: ToneTarget): { textsHeld: number; fit: ImageReport['toneFit'] } {
  const texts = posts.flatMap((post) => textOf(post) ?? [])
  const tone = measureTone(texts)
  return { textsHeld: texts.length, fit: tone === null ? null : compareTone(tone, wished) }
}
