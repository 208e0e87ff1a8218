import type { Language, Localized } from '@kolibra/core/shared'

/** What a command may touch of the outside world; tests pass their own. */
export interface Io {
  readonly cwd: string
  readonly out: (text: string) => void
  readonly note: (text: string) => void
  readonly readStdin: () => Promise<Uint8Array>
  readonly isTerminal: boolean
  /** Epoch ms. */
  readonly now: () => number
  /** Of what is refused: that of `--lang`; English where a command has no such option. */
  readonly language?: Language | undefined
}

/** 0 fine, 1 findings or a refusal, 2 wrong usage or unreadable input, 3 a bug. */
export type ExitCode = 0 | 1 | 2 | 3

export interface Command {
  readonly name: string
  readonly summary: string
  /** Printed by `--help`; its example works as it stands in the repository. */
  readonly help: string
  readonly run: (args: string[], io: Io) => Promise<ExitCode>
}

/** Wrong usage or unreadable input: one sentence for the person, exit code 2. */
export class UsageError extends Error {
  readonly said: Localized

  constructor(said: Localized, options?: ErrorOptions) {
    super(said.en, options)
    this.said = said
  }
}
