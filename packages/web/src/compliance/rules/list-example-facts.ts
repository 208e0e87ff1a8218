/** A fact by its path, `creator.age`, and its value: a text as it is, anything else as JSON. */
export interface ExampleFact {
  readonly fact: string
  readonly value: string
}

/** What an example is judged with beside its text, one by one. */
export function listExampleFacts(facts: Readonly<Record<string, unknown>>, path = ''): ExampleFact[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const fact = path === '' ? name : `${path}.${name}`
    if (isMapping(value)) return listExampleFacts(value, fact)
    return [{ fact, value: typeof value === 'string' ? value : JSON.stringify(value) }]
  })
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
