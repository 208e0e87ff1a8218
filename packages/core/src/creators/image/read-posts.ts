import { lint, type ContentFacts, type Rulebook } from '../../compliance/index.ts'
import type { Post } from '../../imports/index.ts'
import { PLATFORMS, readDay, type Platform } from '../../shared/index.ts'
import type { ImageReport, NamedShare } from './schema.ts'
import { TOPICS } from './topic-table.ts'

/** How many of the worst posts are named. */
const NAMED_POSTS = 20
const RANK: Readonly<Record<string, number>> = { block: 3, error: 2, warn: 1 }

/** Title and text of a post; null when neither is held. */
export function textOf({ title, text }: Post): string | null {
  const parts = [title, text].flatMap((part) => (part === null || part.trim() === '' ? [] : [part]))
  return parts.length === 0 ? null : parts.join('\n')
}

/** Lints every post whose text is held by the rules of its own day; a post without a day by those of `today`, and says so. Null of none. */
export function lintPosts(posts: readonly Post[], { rulebook, today }: { rulebook: Rulebook; today: string }): ImageReport['rules'] {
  const held = posts.filter((post) => textOf(post) !== null)
  if (held.length === 0) return null
  const judged = held.map((post) => {
    const day = post.publishedAt === null ? null : readDay(post.publishedAt)
    return { post, day, item: lint(toFacts(post, day), rulebook, { at: today }) }
  })
  const count = (wanted: string) => judged.filter(({ item }) => item.verdict === wanted).length
  const worst = judged
    .filter(({ item }) => (RANK[item.verdict] ?? 0) > 1)
    .toSorted((a, b) => (RANK[b.item.verdict] ?? 0) - (RANK[a.item.verdict] ?? 0))
    .slice(0, NAMED_POSTS)
    .map(({ post, item }) => ({
      postId: post.postId,
      publishedAt: post.publishedAt,
      verdict: item.verdict,
      ruleIds: [...new Set(item.findings.filter(({ outcome }) => outcome === item.verdict).map(({ ruleId }) => ruleId))],
    }))
  const undated = judged.filter(({ day }) => day === null).length
  return { linted: held.length, undated, block: count('block'), error: count('error'), warn: count('warn'), worst }
}

const isPlatform = (name: string): name is Platform => PLATFORMS.some((each) => each === name)

function toFacts({ postId, title, text, platform, sponsored }: Post, day: string | null): ContentFacts {
  return {
    id: postId,
    title,
    text: text ?? '',
    ...(isPlatform(platform) ? { platform } : {}),
    publishAt: day,
    account: 'creator',
    commissioned: sponsored,
  }
}

/** Shares of posts that speak of a topic, and of those that none names. Null of none. */
export function listTopics(texts: readonly string[]): ImageReport['topics'] {
  if (texts.length === 0) return null
  const known = TOPICS.map(({ key, name, words }) => {
    const count = texts.filter((text) => words.test(text)).length
    return { key, name: name.en, nameZh: name.zh, count, share: count / texts.length }
  })
  const unnamed = texts.filter((text) => !TOPICS.some(({ words }) => words.test(text))).length
  return { known: known.filter(({ count }) => count > 0).toSorted(byCount), unknownShare: unnamed / texts.length }
}

export const byCount = (a: NamedShare, b: NamedShare) => b.count - a.count

const SHOP = /[@＠]([\p{L}\p{N}]{2,16}?)(?:官方旗舰店|官方旗艦店|旗舰店|旗艦店|官方)/gu

/** Brands that the posts name: those asked for, and official shops they point to. `competitorShare`: of the sponsored posts. Null of none. */
export function listBrands(
  posts: readonly Post[],
  { brands, competitors }: { brands: readonly string[]; competitors: readonly string[] },
): ImageReport['brands'] {
  const held = posts.flatMap((post) => {
    const text = textOf(post)
    return text === null ? [] : [{ sponsored: post.sponsored, named: namesIn(text, [...brands, ...competitors]) }]
  })
  if (held.length === 0) return null
  const counts = new Map<string, number>()
  for (const { named } of held) for (const brand of named) counts.set(brand, (counts.get(brand) ?? 0) + 1)
  const isCompetitor = (brand: string) => competitors.some((other) => fold(other) === fold(brand))
  const sponsored = held.filter((post) => post.sponsored === true)
  const countRivals = (some: typeof held) => some.filter(({ named }) => [...named].some(isCompetitor)).length
  const forOthers = countRivals(sponsored)
  return {
    named: [...counts]
      .map(([brand, count]) => ({ brand, posts: count, isCompetitor: isCompetitor(brand) }))
      .toSorted((a, b) => b.posts - a.posts),
    competitorShare: sponsored.length === 0 || competitors.length === 0 ? null : forOthers / sponsored.length,
    competitorPosts:
      competitors.length === 0 ? null : { sponsored: forOthers, ofSponsored: sponsored.length, all: countRivals(held), of: held.length },
  }
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

function namesIn(text: string, asked: readonly string[]): Set<string> {
  const folded = fold(text)
  const found = asked.filter((brand) => fold(brand).trim() !== '' && folded.includes(fold(brand)))
  const shops = [...text.matchAll(SHOP)].flatMap((match) => match[1] ?? [])
  return new Set([...found, ...shops.filter((shop) => !found.some((brand) => fold(shop).includes(fold(brand))))])
}
