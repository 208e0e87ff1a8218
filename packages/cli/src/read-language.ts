import { type Language, LANGUAGES, say } from '@kolibra/core/shared'
import { UsageError } from './command.ts'

/** The language of `--lang`: en or zh. */
export function readLanguage(said: string): Language {
  const language = LANGUAGES.find((known) => known === said)
  if (language === undefined) throw new UsageError(say(`--lang is en or zh, not "${said}".`, `--lang 须为 en 或 zh，而不是「${said}」。`))
  return language
}
