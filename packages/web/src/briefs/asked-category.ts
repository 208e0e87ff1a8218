import type { Category } from '@kolibra/core/shared'
import { createContext } from 'react'

/** What the goods of the brief are: the rules for what creators are asked to say depend on it. null is not known. */
export const AskedCategory = createContext<Category | null>(null)
