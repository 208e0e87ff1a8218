/** Where a UTF-16 offset stands: line and column from 1, the column in characters. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly text: string
}

export function locate(text: string, offset: number): Place {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1
  const end = text.indexOf('\n', offset)
  return {
    line: countLines(text, offset),
    column: countCharacters(text, start, offset) + 1,
    text: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, ''),
  }
}

// A hostile line has a million characters and a thousand findings: counting may copy nothing.
function countLines(text: string, offset: number): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Code points between two UTF-16 offsets. */
export function countCharacters(text: string, start: number, end: number): number {
  let characters = 0
  for (let at = start; at < end; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) characters += 1
  return characters
}
