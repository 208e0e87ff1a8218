import type { Command } from '../command.ts'
import { forecastCommand } from './forecast.ts'
import { importCommand } from './import.ts'
import { lintCommand } from './lint.ts'
import { rulesCommand } from './rules.ts'
import { planCommand } from './plan.ts'

/** Every command that exists today; `kolibra --help` lists exactly these. */
export const COMMANDS: readonly Command[] = [importCommand, lintCommand, rulesCommand, forecastCommand, planCommand]
