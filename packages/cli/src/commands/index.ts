import type { Command } from '../command.ts'

/** Every command that exists today; `kolibra --help` lists exactly these. */
export const COMMANDS: readonly Command[] = []
