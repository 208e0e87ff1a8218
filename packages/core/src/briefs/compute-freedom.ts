import { writeFormula } from './freedom-formula.ts'
import type { FreedomDemand } from './freedom-demands.ts'
import type { FreedomTable } from './freedom-table-schema.ts'
import { DEMAND_TEXTS, FREEDOM_TABLE } from './freedom-table.ts'
import { listLawWords, listVerbatim, splitWords } from './law-words.ts'
import type { Brief, Freedom } from './schema.ts'

const roundHundredth = (value: number) => Math.round(value * 100) / 100
const countCharacters = (text: string) => [...text.replace(/\s/g, '')].length
const countMust = (items: readonly { readonly weight: string }[]) => items.filter(({ weight }) => weight === 'must').length

function findUsual({ deliverables }: Brief, { usual }: FreedomTable): number {
  const lengthOf = (platform: string) =>
    (usual.find((row) => row.platform === platform) ?? usual.find((row) => row.platform === null))?.characters ?? 1
  // The shortest post feels a demanded sentence most; without deliverables a Xiaohongshu note is assumed [A].
  const platforms = deliverables.length === 0 ? ['xiaohongshu'] : deliverables.map(({ platform }) => platform)
  return Math.min(...platforms.map(lengthOf))
}

function measureDemands(brief: Brief, table: FreedomTable): Record<FreedomDemand, number> {
  const counted = (text: string | null) => splitWords(text ?? '', brief).counted
  const verbatim = listVerbatim(brief).reduce((total, text) => total + countCharacters(counted(text)), 0)
  return {
    verbatim: Math.min(1, verbatim / findUsual(brief, table)),
    mustSay: countMust(brief.mustSay),
    fixedCaption: brief.deliverables.some(({ fixedCaption }) => counted(fixedCaption) !== '') ? 1 : 0,
    fixedTime: brief.deliverables.some(({ fixedTime }) => (fixedTime ?? '').trim() !== '') ? 1 : 0,
    shots: countMust(brief.shots),
    rounds: brief.revisionRounds,
    toneApproval: brief.toneApproval ? 1 : 0,
  }
}

/**
 * The freedom index of a brief, 0–100, with what each demand costs, the one demand whose removal gains most, the formula with the
 * numbers of the table it was computed by, and the words that cost nothing because the law asks for them or they are names.
 */
export function computeFreedom(brief: Brief, table: FreedomTable = FREEDOM_TABLE): Freedom {
  const demands = measureDemands(brief, table)
  const parts = table.costs.map(({ name, weight, free, cap }) => ({
    name,
    value: demands[name],
    cost: Math.min(cap, weight * Math.max(0, demands[name] - free)),
  }))
  const total = parts.reduce((sum, { cost }) => sum + cost, 0)
  const score = Math.max(0, 100 - total)
  const changes = parts
    .map(({ name, cost }) => ({
      name,
      gain: roundHundredth(Math.max(0, 100 - total + cost) - score),
      change: DEMAND_TEXTS[name].change,
    }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
  return {
    score: roundHundredth(score),
    parts: parts.map((part) => ({ ...part, value: Math.round(part.value * 1000) / 1000, cost: roundHundredth(part.cost) })),
    bestSingleChange: changes[0] ?? null,
    formula: writeFormula(table),
    tableVersion: table.version,
    lawWords: listLawWords(brief),
  }
}
