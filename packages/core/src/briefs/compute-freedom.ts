import { FREEDOM_COSTS, USUAL_LENGTH, type FreedomCost } from './freedom-table.ts'
import type { Brief, Freedom } from './schema.ts'

const roundHundredth = (value: number) => Math.round(value * 100) / 100
const countCharacters = (text: string) => [...text.replace(/\s/g, '')].length

/** Words demanded verbatim that count: the label itself is the law's word, not the brand's. */
export function listCountedVerbatim(brief: Brief): string[] {
  return brief.verbatim.map(({ text }) => text.trim()).filter((words) => words !== '' && words !== brief.disclosure.label.trim())
}

function measureDemands(brief: Brief): Record<FreedomCost['name'], number> {
  const lengths = brief.deliverables.map(({ platform }) => USUAL_LENGTH[platform])
  // The shortest post feels a demanded sentence most; without deliverables a Xiaohongshu note is assumed [A].
  const usual = lengths.length === 0 ? USUAL_LENGTH.xiaohongshu : Math.min(...lengths)
  const verbatim = listCountedVerbatim(brief).reduce((total, words) => total + countCharacters(words), 0)
  return {
    verbatim: Math.min(1, verbatim / usual),
    mustSay: brief.mustSay.filter(({ weight }) => weight === 'must').length,
    fixedCaption: brief.deliverables.some(({ fixedCaption }) => (fixedCaption ?? '').trim() !== '') ? 1 : 0,
    fixedTime: brief.deliverables.some(({ fixedTime }) => (fixedTime ?? '').trim() !== '') ? 1 : 0,
    rounds: brief.revisionRounds,
  }
}

/** The freedom index of a brief, 0–100, by FREEDOM_FORMULA, with each part's cost and the one demand whose removal gains most. */
export function computeFreedom(brief: Brief): Freedom {
  const demands = measureDemands(brief)
  const parts = FREEDOM_COSTS.map(({ name, weight, free, cap }) => ({
    name,
    value: demands[name],
    cost: Math.min(cap, weight * Math.max(0, demands[name] - free)),
  }))
  const total = parts.reduce((sum, { cost }) => sum + cost, 0)
  const score = Math.max(0, 100 - total)
  const changes = parts
    .map(({ name, cost }) => ({ name, gain: roundHundredth(Math.max(0, 100 - total + cost) - score) }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
  return {
    score: roundHundredth(score),
    parts: parts.map((part) => ({ ...part, value: Math.round(part.value * 1000) / 1000, cost: roundHundredth(part.cost) })),
    bestSingleChange: changes[0] ?? null,
  }
}
