import { listSiteLinks, type SiteLink } from './platform-sites.ts'
import { APP_NAMES, APP_PATTERNS, HANDLE_PATTERNS, LINK_PATTERNS, NAME_PATTERNS, POST_TEXTS, type LinkPattern } from './share-text-table.ts'

/** What a pasted profile link or share text says. Nothing was fetched: null is what the text itself does not hold. */
export interface ShareText {
  readonly platform: string
  /** The platform's id, or with its kind before it (`sec_uid:…`, `link:…`) where it is another one; the public handle where that is all. */
  readonly accountId: string | null
  readonly idFrom: 'profile link' | 'handle' | 'short link' | null
  readonly handle: string | null
  readonly displayName: string | null
  readonly link: string | null
  /** The link leads to one post, which names no account. */
  readonly isPostLink: boolean
}

const LONGEST = 4000

/** Reads a profile link or the text an app puts on the clipboard; null when it speaks of no platform that is known. */
export function readShareText(text: string): ShareText | null {
  const said = text.slice(0, LONGEST).trim()
  const found = findLink(said)
  const isShort = found?.pattern.holds === 'nothing'
  const isPostLink = found?.pattern.holds === 'post' || (isShort && POST_TEXTS.some((pattern) => pattern.test(said)))
  const handles = HANDLE_PATTERNS.flatMap(({ platform, pattern }) => {
    const [, handle] = said.match(pattern) ?? []
    return handle === undefined ? [] : [{ platform, handle }]
  })
  const platform = found?.platform ?? handles[0]?.platform ?? APP_PATTERNS.find(({ pattern }) => pattern.test(said))?.platform
  if (platform === undefined) return null
  const handle = handles.find((each) => each.platform === platform)?.handle ?? (found?.pattern.holds === 'handle' ? found.id : null)
  return {
    platform,
    ...identify(found, { handle, isPostLink }),
    handle,
    displayName: findName(said),
    link: found?.link ?? null,
    isPostLink,
  }
}

interface FoundLink extends SiteLink {
  readonly pattern: LinkPattern
  readonly bare: string
  readonly id: string | null
}

function findLink(text: string): FoundLink | null {
  for (const found of listSiteLinks(text)) {
    const pattern = LINK_PATTERNS.find(
      ({ sites, under, path }) => sites.includes(found.site) && under.includes(found.under) && path.test(found.path),
    )
    if (pattern === undefined) continue
    return { ...found, pattern, bare: `${found.host}${found.path.replace(/\/$/, '')}`, id: found.path.match(pattern.path)?.[1] ?? null }
  }
  return null
}

// The order imports use: the platform's id, the public handle, and only then the link itself, as lists without ids use "name:…".
function identify(
  found: FoundLink | null,
  { handle, isPostLink }: Pick<ShareText, 'handle' | 'isPostLink'>,
): Pick<ShareText, 'accountId' | 'idFrom'> {
  const holds = found?.pattern.holds
  if (found?.id && holds === 'platform id') return { accountId: foldId(found.id), idFrom: 'profile link' }
  if (found?.id && holds === 'sec_uid') return { accountId: `sec_uid:${found.id}`, idFrom: 'profile link' }
  if (handle !== null) return { accountId: handle, idFrom: 'handle' }
  return found !== null && holds === 'nothing' && !isPostLink
    ? { accountId: `link:${found.bare}`, idFrom: 'short link' }
    : { accountId: null, idFrom: null }
}

// Xiaohongshu's ids are hexadecimal: upper and lower case name one account.
const foldId = (id: string) => (/^[0-9a-f]{24}$/i.test(id) ? id.toLowerCase() : id)

function findName(text: string): string | null {
  for (const pattern of NAME_PATTERNS) {
    const name = text.match(pattern)?.[1]?.trim()
    if (name !== undefined && name !== '' && !APP_NAMES.test(name)) return name
  }
  return null
}
