import { createContext } from 'react'

/** Languages the brief wants beside Chinese and English. */
export const BriefLanguages = createContext<readonly ('de' | 'fr')[]>([])
