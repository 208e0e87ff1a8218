import { foldForSearch } from '@kolibra/core/selection'
import { pinyin } from 'pinyin-pro'

/** What free text looks in: the given texts, and the names in pinyin, whole and as initials ("小鱼" is found by xiaoyu and xy). */
export function makeSearchText(names: readonly (string | null)[], others: readonly (string | null)[]): string {
  const known = names.flatMap((name) => name ?? [])
  const spelt = known.filter((name) => /\p{Script=Han}/u.test(name)).flatMap((name) => [spell(name, 'pinyin'), spell(name, 'first')])
  return [...known, ...spelt, ...others.flatMap((text) => text ?? [])].map(foldForSearch).join('\n')
}

const spell = (name: string, pattern: 'pinyin' | 'first') => pinyin(name, { pattern, toneType: 'none', type: 'array' }).join('')

/** A name as Chinese lists are ordered: by its pinyin. */
export const spellName = (name: string) => foldForSearch(spell(name, 'pinyin'))
