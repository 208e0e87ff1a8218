import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareVersions, compileRulebook, dateRulebook, joinRules, type Rulebook, type RulebookPart } from '@kolibra/core/compliance'
import { ASIDE_FILE, listPacks, loadOwnRules, loadRulebook, readAside, readKeptPack, type PackAside } from '@kolibra/files/rulebook'
import { UsageError, type Io } from '../command.ts'
import { describeFault, describeRefusal } from './rulebook-faults.ts'
import { USAGE } from './usage-words.ts'

/** The `rulebook/` folder that came with this program: next to or above the running file. */
export function findRulebookFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'rulebook/words'))) return join(from, 'rulebook')
  const above = dirname(from)
  if (above === from) throw new UsageError(USAGE.rulebookGone)
  return findRulebookFolder(above)
}

/** Where else rules are looked for: `data` holds installed packs, `rules` are one's own. */
export interface RulebookPlaces {
  readonly data?: string | undefined
  readonly rules?: string | undefined
}

/** Entries and word lists before they are compiled, and their version. */
export interface RulebookSource {
  readonly version: string
  readonly parts: readonly RulebookPart[]
}

/** The folder in which `kolibra rules update` keeps packs: below `--data`, which is ./data like that of the server. */
export function packFolder(io: Pick<Io, 'cwd'>, data: string | undefined): string {
  return join(resolve(io.cwd, data ?? 'data'), 'rulebook')
}

/** The installed packs that are set aside. A list that cannot be read is unreadable input: what it set aside must not come back unseen. */
export async function listAside(folder: string): Promise<readonly PackAside[]> {
  const aside = await readAside(folder)
  if (aside === null) throw new UsageError(USAGE.asideUnreadable(join(folder, ASIDE_FILE)))
  return aside
}

/** The newest rulebook there is: an installed pack that is not set aside, else the shipped one. */
export async function readNewest(io: Pick<Io, 'cwd'>, data?: string): Promise<RulebookSource> {
  const folder = packFolder(io, data)
  const aside = new Set((await listAside(folder)).map(({ version }) => version))
  const newest = (await listPacks(folder)).findLast((version) => !aside.has(version))
  const shipped = await readShipped()
  return newest === undefined || compareVersions(newest, shipped.version) <= 0 ? shipped : readPackNamed(folder, newest)
}

/** The rulebook that came with this program. */
export async function readShipped(folder: string = findRulebookFolder()): Promise<RulebookSource> {
  const loaded = await loadRulebook(folder)
  if (!loaded.ok) throw new UsageError(loaded.refusals.map(describeFault)[0] ?? USAGE.rulebookFaulty)
  return { version: dateRulebook(loaded.value), parts: loaded.value }
}

/** A pack that was installed, by its version. */
export async function readPackNamed(folder: string, version: string): Promise<RulebookSource> {
  const kept = await readKeptPack(folder, version)
  if (kept === null) throw new UsageError(USAGE.notInstalled(version, folder, await listPacks(folder)))
  if (!kept.ok) throw new UsageError(USAGE.installedFaulty(version, kept.refusals.map(describeRefusal)[0] ?? USAGE.rulebookFaulty))
  return { version, parts: kept.value.parts }
}

/** The rulebook to judge by: the newest there is, with one's own rules put over it. What does not hold together is unreadable input. */
export async function openRulebook(io: Pick<Io, 'cwd'>, { data, rules }: RulebookPlaces = {}): Promise<Rulebook> {
  const source = await readNewest(io, data)
  const outcome = rules === undefined ? compileRulebook(source.parts, source) : await joinOwn(source, resolve(io.cwd, rules))
  if (!outcome.ok) throw new UsageError(outcome.refusals.map(describeRefusal)[0] ?? USAGE.rulebookFaulty)
  return outcome.value
}

/** One's own rules joined to a rulebook, under a version that tells both. Rules that cannot be read: UsageError. */
export async function joinOwn({ parts, version }: RulebookSource, place: string) {
  const own = await loadOwnRules(place)
  if (!own.ok) throw new UsageError(own.refusals.map(describeFault)[0] ?? USAGE.rulebookFaulty)
  return joinRules(splitParts(parts), own.value, { version: `${version}+${own.value.mark}` })
}

/** Parts by what they are. */
export function splitParts(parts: readonly RulebookPart[]): Pick<Rulebook, 'entries' | 'words'> {
  return { entries: parts.filter((part) => part.kind !== 'words'), words: parts.filter((part) => part.kind === 'words') }
}
