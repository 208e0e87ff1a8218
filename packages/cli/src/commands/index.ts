import type { Command } from '../command.ts'
import { briefCommand } from './brief.ts'
import { forecastCommand } from './forecast.ts'
import { importCommand } from './import.ts'
import { lintCommand } from './lint.ts'
import { rulesCommand } from './rules.ts'
import { planCommand } from './plan.ts'
import { vetCommand } from './vet.ts'

/** Every command that exists today; `kolibra --help` lists exactly these. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  lintCommand,
  rulesCommand,
  vetCommand,
  forecastCommand,
  planCommand,
  briefCommand,
]
