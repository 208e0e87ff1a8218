import type { DocumentLanguage } from '@kolibra/core/briefs'

/** What the address of the printed brief asks for; without a version the newest, without a language both. */
export interface PrintView {
  readonly version?: number
  readonly language?: DocumentLanguage
}

const LANGUAGES: readonly DocumentLanguage[] = ['both', 'zh', 'en']

/** Reads the address; what makes no sense is left out. */
export function readPrintView({ version, language }: Record<string, unknown>): PrintView {
  const asked = LANGUAGES.find((one) => one === language)
  return {
    ...(Number.isInteger(Number(version)) && Number(version) > 0 && { version: Number(version) }),
    ...(asked !== undefined && { language: asked }),
  }
}
