import { readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { packVersionSchema, type TrustedKey } from '@kolibra/core/compliance'
import type { Refusal } from '@kolibra/core/shared'
import { keepPack, listYaml, makePack, openPack, readSigningKey, readTrustedKeys, writePack } from '@kolibra/files/rulebook'
import { printJson } from '../answer-format.ts'
import { UsageError, type ExitCode } from '../command.ts'
import { readText } from '../read-text.ts'
import { listAside, packFolder, readNewest, splitParts } from './find-rulebook.ts'
import { describePackRefusals } from './rulebook-faults.ts'
import type { RulesRequest } from './rules-request.ts'
import { USAGE } from './usage-words.ts'

/** `rules update PACK`: installs a newer rulebook from somebody trusted; the earlier ones stay beside it. */
export async function updateRules(request: RulesRequest): Promise<ExitCode> {
  const { rest, data, io, isJson, language } = request
  const [name] = rest
  if (name === undefined) throw new UsageError(USAGE.packToInstall)
  const text = await readText(name, io)
  const current = await readNewest(io, data)
  const opened = openPack(text, { trustedKeys: await readKeys(request), currentVersion: current.version })
  if (!opened.ok) return refusePack(request, name, opened.refusals)
  const { version, publisher } = opened.value.pack
  const isAside = (await listAside(packFolder(io, data))).some((pack) => pack.version === version)
  if (isAside) return refusePack(request, name, [{ code: 'pack.is_set_aside', version }])
  await keepPack(packFolder(io, data), { version, text })
  const { entries } = splitParts(opened.value.parts)
  if (isJson) printJson(io, { installed: version, before: current.version, publisher, entries: entries.length })
  else if (language === 'zh') io.out(`已安装规则库 ${version}（${publisher}，${entries.length} 条），此前为 ${current.version}，仍保留。\n`)
  else
    io.out(
      `installed the rulebook of ${version} (${publisher}, ${entries.length} entries) over that of ${current.version}, which is kept.\n`,
    )
  return 0
}

function refusePack({ io, isJson, language }: RulesRequest, name: string, refusals: readonly Refusal[]): ExitCode {
  if (isJson) printJson(io, { installed: null, refusals })
  else io.out(`${name}: ${describePackRefusals(refusals)[language]}\n`)
  return 1
}

async function readKeys({ keys, data, io }: RulesRequest): Promise<TrustedKey[]> {
  const place = keys ?? join(packFolder(io, data), 'trusted-keys.yaml')
  const text = await readText(place, io).catch(() => null)
  if (text === null) throw new UsageError(USAGE.noKeys(place))
  const read = readTrustedKeys(text)
  if (!read.ok) throw new UsageError(USAGE.oddKeys(place, String(read.refusals[0]?.['problem'])))
  return read.value
}

/** `rules pack FOLDER`: writes a signed pack of a folder of rulebook files to standard output. */
export async function packRules({ rest, packVersion, publisher, key, io }: RulesRequest): Promise<ExitCode> {
  const [name] = rest
  if (name === undefined || packVersion === undefined || publisher === undefined || key === undefined) throw new UsageError(USAGE.packWants)
  if (!packVersionSchema.safeParse(packVersion).success) throw new UsageError(USAGE.packVersion(packVersion))
  const signingKey = readSigningKey(await readText(key, io))
  if (signingKey === null) throw new UsageError(USAGE.noPrivateKey(key))
  const folder = resolve(io.cwd, name)
  const paths = (await listYaml(folder)) ?? []
  if (paths.length === 0) throw new UsageError(USAGE.noYaml(name))
  const files = await Promise.all(
    paths.map(async (path) => ({ path: relative(folder, path).split(sep).join('/'), text: await readFile(path, 'utf8') })),
  )
  const pack = makePack(files, { version: packVersion, publisher, key: signingKey })
  // What would not be taken elsewhere is not given out here.
  const trustedKeys = pack.signature === null ? [] : [{ name: publisher, publicKey: pack.signature.publicKey }]
  const opened = openPack(writePack(pack), { trustedKeys, currentVersion: '1000-01-01' })
  if (!opened.ok) throw new UsageError(describePackRefusals(opened.refusals))
  io.out(writePack(pack))
  io.note(`signed with ${pack.signature?.publicKey ?? ''}\n`)
  return 0
}
