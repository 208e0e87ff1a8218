import type { Language } from '@kolibra/core/shared'
import type { Io } from '../command.ts'

/** What was asked of `kolibra rules`, options read and checked. */
export interface RulesRequest {
  readonly rest: readonly string[]
  readonly platform: string | undefined
  readonly search: string | undefined
  readonly at: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly rules: string | undefined
  readonly data: string | undefined
  readonly keys: string | undefined
  readonly key: string | undefined
  readonly packVersion: string | undefined
  readonly publisher: string | undefined
  readonly reason: string | undefined
  readonly by: string | undefined
  readonly alone: boolean
  readonly isJson: boolean
  readonly language: Language
  readonly io: Io
}
