import { shanghaiDay, type Localized, type Refusal } from '@kolibra/core/shared'
import { listPacks, writeAside } from '@kolibra/files/rulebook'
import { printJson } from '../answer-format.ts'
import { UsageError, type ExitCode } from '../command.ts'
import { listAside, packFolder, readNewest } from './find-rulebook.ts'
import { describePackRefusals } from './rulebook-faults.ts'
import type { RulesRequest } from './rules-request.ts'
import { USAGE } from './usage-words.ts'

/** `rules set-aside VERSION`: an installed pack judges no more, and the newest of the others does. It stays where it is. */
export async function setPackAside(request: RulesRequest): Promise<ExitCode> {
  const { reason, by, io, data } = request
  const version = await readInstalled(request)
  if (reason === undefined || by === undefined) throw new UsageError(USAGE.asideWants)
  const folder = packFolder(io, data)
  const aside = await listAside(folder)
  if (aside.some((pack) => pack.version === version)) return refuseAct(request, { code: 'pack.set_aside_already', version })
  await writeAside(folder, [...aside, { version, reason, by, on: shanghaiDay(io.now()) }])
  const { version: current } = await readNewest(io, data)
  return tell(
    request,
    { version, current },
    {
      en: `set aside the rulebook of ${version}; that of ${current} judges now.`,
      zh: `已停用规则库 ${version}，现按 ${current} 检查。`,
    },
  )
}

/** `rules use-again VERSION`: a pack that was set aside judges again, unless a newer one does. */
export async function usePackAgain(request: RulesRequest): Promise<ExitCode> {
  const { io, data } = request
  const version = await readInstalled(request)
  const folder = packFolder(io, data)
  const aside = await listAside(folder)
  const others = aside.filter((pack) => pack.version !== version)
  if (others.length === aside.length) return refuseAct(request, { code: 'pack.not_set_aside', version })
  await writeAside(folder, others)
  const { version: current } = await readNewest(io, data)
  return tell(
    request,
    { version, current },
    {
      en: `the rulebook of ${version} may be used again; that of ${current} judges now.`,
      zh: `已恢复规则库 ${version}，现按 ${current} 检查。`,
    },
  )
}

async function readInstalled({ rest, io, data }: RulesRequest): Promise<string> {
  const [version] = rest
  if (version === undefined) throw new UsageError(USAGE.packName)
  const folder = packFolder(io, data)
  const installed = await listPacks(folder)
  if (installed.includes(version)) return version
  throw new UsageError(USAGE.notInstalled(version, folder, installed))
}

function tell({ io, isJson, language }: RulesRequest, answer: { version: string; current: string }, sentence: Localized): ExitCode {
  if (isJson) printJson(io, answer)
  else io.out(`${sentence[language]}\n`)
  return 0
}

function refuseAct({ io, isJson, language }: RulesRequest, refusal: Refusal): ExitCode {
  if (isJson) printJson(io, { refusals: [refusal] })
  else io.out(`${describePackRefusals([refusal])[language]}\n`)
  return 1
}
