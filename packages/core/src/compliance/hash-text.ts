import { hashOf, type Sha256 } from '../shared/index.ts'
import type { ContentFacts } from './schema.ts'

/** The hash of what a reader reads, title and text: findings and waivers hold for exactly this. No title and an empty one are the same. */
export function hashText({ title, text }: Pick<ContentFacts, 'title' | 'text'>, sha256: Sha256): string {
  return hashOf({ title: title ?? '', text }, sha256)
}
