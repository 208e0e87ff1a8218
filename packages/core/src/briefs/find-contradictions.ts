import type { Brief } from './schema.ts'

/** A demand that says what another line forbids. */
export interface Contradiction {
  readonly demand: string
  readonly demandText: string
  readonly mustNot: number
  readonly term: string
}

const QUOTED = /[「『“"]([^」』”"]+)[」』”"]/g
const FORBIDS =
  /^(请?(不要|不得|不能|不可|禁止|严禁|避免|切勿|勿|别)(说|写|提|出现|使用)?|(do not|don['’]t|never|no) (say|write|mention|use)?)\s*/i

/** The forbidden words of a must-not line: what it quotes, else the line without its "do not". */
function listTerms(line: string): string[] {
  const quoted = [...line.matchAll(QUOTED)].map(([, term = '']) => term.trim())
  const bare = line
    .trim()
    .replace(FORBIDS, '')
    .replace(/[。.!！]$/, '')
  return (quoted.length > 0 ? quoted : [bare]).filter((term) => term.length >= 2)
}

function listDemands(brief: Brief): { path: string; text: string }[] {
  return [
    ...brief.mustSay.flatMap(({ text }, index) => [
      { path: `mustSay[${index}]`, text: text.zh },
      { path: `mustSay[${index}]`, text: text.en },
    ]),
    ...brief.verbatim.map(({ text }, index) => ({ path: `verbatim[${index}]`, text })),
    ...brief.hashtags.map(({ text }, index) => ({ path: `hashtags[${index}]`, text })),
    ...brief.deliverables.map(({ fixedCaption }, index) => ({ path: `deliverables[${index}].fixedCaption`, text: fixedCaption ?? '' })),
    { path: 'keyMessage', text: brief.keyMessage.zh },
    { path: 'keyMessage', text: brief.keyMessage.en },
  ]
}

/** Demands (must-say, verbatim, hashtags, captions, key message) that contain what a must-not line forbids. */
export function findContradictions(brief: Brief): Contradiction[] {
  const demands = listDemands(brief)
  return brief.mustNot.flatMap(({ text: line }, mustNot) =>
    [...new Set([...listTerms(line.zh), ...listTerms(line.en)])].flatMap((term) =>
      demands
        .filter(({ text }) => text.toLowerCase().includes(term.toLowerCase()))
        .map(({ path, text }) => ({ demand: path, demandText: text, mustNot, term })),
    ),
  )
}
