const CANDIDATES = [',', '\t', ';', '|']
const SAMPLE_CHARACTERS = 64 * 1024
const SAMPLE_LINES = 20

/** The delimiter whose count per line is the steadiest over the first lines, quoted text left out; the comma when nothing separates. */
export function sniffDelimiter(text: string): string {
  const lines = splitOutsideQuotes(text.slice(0, SAMPLE_CHARACTERS)).filter((line) => line.trim() !== '')
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, ...scoreDelimiter(delimiter, lines.slice(0, SAMPLE_LINES)) }))
  scored.sort((a, b) => b.steadyLines - a.steadyLines || b.count - a.count)
  return scored[0]?.delimiter ?? ','
}

function scoreDelimiter(delimiter: string, lines: readonly string[]): { steadyLines: number; count: number } {
  const linesByCount = new Map<number, number>()
  for (const line of lines) {
    const count = line.split(delimiter).length - 1
    if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1)
  }
  const [count = 0, steadyLines = 0] = [...linesByCount].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { steadyLines, count }
}

// What stands in quotes is blanked, so neither its delimiters nor its line breaks count. A quote opens only where a cell begins.
function splitOutsideQuotes(text: string): string[] {
  return text.replaceAll(/(^|[\n,;|\t])"(?:[^"]|"")*("|$)/g, '$1').split('\n')
}
