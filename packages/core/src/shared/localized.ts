import { z } from 'zod'

/** Every sentence a person reads exists in both languages. */
export const localizedSchema = z.object({ en: z.string(), zh: z.string() })
export type Localized = z.infer<typeof localizedSchema>

/** The languages every sentence exists in. */
export const LANGUAGES = ['en', 'zh'] as const
/** One of LANGUAGES. */
export type Language = (typeof LANGUAGES)[number]
