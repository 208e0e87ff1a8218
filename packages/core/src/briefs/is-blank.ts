import type { Bilingual } from './schema.ts'

/** True when a sentence is written neither in Chinese nor in English; the other languages follow these two. */
export const isBlank = ({ zh, en }: Bilingual): boolean => zh.trim() === '' && en.trim() === ''
