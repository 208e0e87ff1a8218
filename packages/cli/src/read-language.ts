import { LANGUAGES, type Language } from '@kolibra/core/shared'
import { UsageError } from './command.ts'

/** The language of `--lang`: en or zh. */
export function readLanguage(said: string): Language {
  const language = LANGUAGES.find((known) => known === said)
  if (language === undefined) throw new UsageError(`--lang is en or zh, not "${said}".`)
  return language
}
