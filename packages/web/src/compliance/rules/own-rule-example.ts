/** A word list and a rule on it, to be rewritten: names and source are invented. */
export function exampleOwnRules(today: string): string {
  return `- kind: words
  id: own.rivals
  terms: [示例竞品甲, 示例竞品乙]
- id: own.no-rivals
  kind: rule
  title: { en: No rival is named, zh: 不提竞品名称 }
  requirement: { en: Do not name rivals of the brand., zh: 稿件中不得出现竞品名称。 }
  appliesTo: { who: [creator], categories: ['*'], platforms: ['*'], formats: ['*'] }
  outcome: warn
  validFrom: '${today}'
  validTo: null
  validFromConfidence: read
  source: { title: 示例品牌手册, number: null, article: null, url: null, checkedOn: '${today}', readKind: full_text_copy }
  penalty: null
  detectors: [{ kind: terms, find: [own.rivals] }]
  fix: { en: Leave the name out., zh: 请删去竞品名称。 }
  examples:
    valid: [{ text: 这款面霜适合干皮。 }, { text: 早晚各用一次。 }]
    invalid: [{ text: 比示例竞品甲更润。 }, { text: 示例竞品乙的平替。 }]
  status: in_force
  notes: null
`
}
