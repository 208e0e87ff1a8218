import { z } from 'zod'

/** Every sentence a person reads exists in both languages. */
export const localizedSchema = z.object({ en: z.string(), zh: z.string() })
export type Localized = z.infer<typeof localizedSchema>

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]
