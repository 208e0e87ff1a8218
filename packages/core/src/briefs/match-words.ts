import type { Bilingual } from './schema.ts'
import { listLatinNames, listNumbers, listSpelt } from './check-parity.ts'

// What a brief uses to ask for something, and what every sentence is made of: neither is content.
const ASKING =
  /说一?说|说明|说出|讲一?讲|讲出|提到|提及|介绍|必须|需要|自己|我们|你们|一下|不要|禁止|不得|避免|宣称|the|and|for|with|that|this|your|you|they|must|should|say|tell|mention|name|how|what|when|about|from|into|does|not|are|was|will|can/g
const GRAMMAR = new Set('的了是在和与及或也都就很会要把被给让请不说讲我你您他她它这那个以可用于对为其有到来去里上下后前能想做只从')
const WORD = /[a-z][a-z0-9-]{2,}/g
const HAN_RUN = /\p{Script=Han}+/gu

/** Shares from which a sentence counts as said: of its characters or word stems. Our assumption, tried on the examples of the test. */
export const SAID_FROM = { han: 0.5, latin: 0.5 } as const

const stem = (word: string) => word.slice(0, 5)

/** Content of a Chinese text: its Han characters without grammar and words of asking. */
function listHan(text: string): string[] {
  const runs = text.replace(ASKING, '，').match(HAN_RUN) ?? []
  return [
    ...new Set(runs.flatMap((run) => [...run]).filter((sign) => !GRAMMAR.has(sign) && !/[零一二两三四五六七八九十百千万亿]/.test(sign))),
  ]
}

/** Content of an English text: its words, cut to a stem of five letters. */
function listStems(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? []
  return [...new Set(words.filter((word) => word.replace(ASKING, '') !== '').map(stem))]
}

/** What of one sentence somebody's words do not say. `isSaid` when nothing that counts is missing. */
export interface Coverage {
  readonly isSaid: boolean
  /** Numbers, names, and where too little is shared the content, as the sentence has them. */
  readonly missing: readonly string[]
}

const numbersOf = (text: string) => new Set([...listNumbers(text), ...listSpelt(text)])
const lacks = (words: string) => {
  const lower = words.toLowerCase()
  return (name: string) => !lower.includes(name.toLowerCase())
}

function coverSide(text: string, words: string, side: 'zh' | 'en'): Coverage {
  const said = numbersOf(words)
  const numbers = listNumbers(text).filter((number) => !said.has(number))
  const names = side === 'zh' ? listLatinNames(text).filter(lacks(words)) : []
  const content = side === 'zh' ? listHan(text) : listStems(text)
  const unshared = content.filter(lacks(words))
  const isShared = content.length === 0 || 1 - unshared.length / content.length >= SAID_FROM[side === 'zh' ? 'han' : 'latin']
  const missing = [...numbers, ...names, ...(isShared ? [] : tellUnshared(text, unshared, side))]
  return { isSaid: missing.length === 0, missing }
}

/** The unshared content as a reader finds it in the sentence: runs of Chinese, whole English words. */
function tellUnshared(text: string, unshared: readonly string[], side: 'zh' | 'en'): string[] {
  if (side === 'en') return (text.toLowerCase().match(WORD) ?? []).filter((word) => unshared.includes(stem(word)))
  const blank = text.replace(ASKING, '，')
  const runs = [...blank].map((sign) => (unshared.includes(sign) ? sign : '，')).join('')
  return runs.split('，').filter((run) => run !== '')
}

/**
 * Whether somebody's own words say a sentence of the brief, in either language: all its numbers and Latin names, and half of its content
 * words. Formula: shared content characters (Chinese) or word stems (English) over all of the sentence, 0–1, against SAID_FROM.
 */
export function coverSentence({ zh, en }: Bilingual, words: string): Coverage {
  const sides = [...(zh.trim() === '' ? [] : [coverSide(zh, words, 'zh')]), ...(en.trim() === '' ? [] : [coverSide(en, words, 'en')])]
  const isHan = (words.match(HAN_RUN) ?? []).join('').length > 3
  const own = isHan || en.trim() === '' ? sides[0] : sides.at(-1)
  return sides.find(({ isSaid }) => isSaid) ?? own ?? { isSaid: true, missing: [] }
}

const CLAUSE = /[，。；！？、,.;!?\n]+/
// 不错 praises, 级别 is a noun: neither denies anything.
const NO_DENIAL = /不错|不仅|不但|不只|不止|没想到|无比|级别|特别/g
const NEGATION = /不|别|没|勿|无|避免|禁止|\bnot?\b|n't|never|without|avoid/i

/** Clauses of somebody's words that say what a sentence forbids; a clause that negates is no violation. `known` are names of the brief's own. */
export function findForbidden({ zh, en }: Bilingual, words: string, known: readonly string[]): string[] {
  const isOwn = (name: string) => known.some((one) => one.toLowerCase().includes(name.toLowerCase()))
  const names = listLatinNames(zh).filter((name) => !isOwn(name))
  const quoted = [...`${zh} ${en}`.matchAll(/[「“"'『‘《]([^」”"'』’》]+)[」”"'』’》]/g)].map(([, term = '']) => term)
  // One character (「最」) stands in too many words; such words are the linter's.
  const terms = [...names, ...quoted].filter((term) => [...term].length > 1)
  const content = (zh.match(HAN_RUN) ?? []).map((run) => listHan(run).join('')).filter((run) => run.length >= 2)
  const says = (clause: string) =>
    terms.some((term) => clause.toLowerCase().includes(term.toLowerCase())) || content.some((run) => clause.includes(run))
  return words.split(CLAUSE).filter((clause) => clause.trim() !== '' && !NEGATION.test(clause.replace(NO_DENIAL, '')) && says(clause))
}
