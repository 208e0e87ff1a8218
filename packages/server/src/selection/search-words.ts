import { foldForSearch } from '@kolibra/core/selection'
import { pinyin } from 'pinyin-pro'

/** So much of a bio is searched: the index holds at most 1.5 KB of an account. */
const BIO_LETTERS = 100
/** So much of a name: spelling a novel in pinyin takes minutes. */
const NAME_LETTERS = 200

/** What free text looks in: the given texts, and the names in pinyin, whole and as initials ("小鱼" is found by xiaoyu and xy). */
export function makeSearchText(names: readonly (string | null)[], others: readonly (string | null)[], bio: string | null = null): string {
  const known = names.flatMap((name) => name?.slice(0, NAME_LETTERS) ?? [])
  const spelt = known.filter((name) => /\p{Script=Han}/u.test(name)).flatMap((name) => [spell(name, 'pinyin'), spell(name, 'first')])
  const told = bio === null ? [] : [bio.slice(0, BIO_LETTERS), spell(bio.slice(0, BIO_LETTERS), 'pinyin')]
  return [...known, ...spelt, ...told, ...others.flatMap((text) => text?.slice(0, NAME_LETTERS) ?? [])].map(foldForSearch).join('\n')
}

const spell = (name: string, pattern: 'pinyin' | 'first') => pinyin(name, { pattern, toneType: 'none', type: 'array' }).join('')

/** A name as Chinese lists are ordered: by its pinyin. */
export const spellName = (name: string) => foldForSearch(spell(name.slice(0, NAME_LETTERS), 'pinyin'))
