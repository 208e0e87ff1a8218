import type { RuleSource } from '@kolibra/core/compliance'

/** The law in one line: title, number, article. */
export function describeSource({ title, number, article }: Pick<RuleSource, 'title' | 'number' | 'article'>): string {
  return [title, number, article].filter((part) => part !== null && part !== '').join(' · ')
}
