import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { readLines } from './typed-lines.ts'

interface TypedLinesProps {
  readonly label: string
  readonly description?: string
  readonly lines: readonly string[]
  readonly onChange: (lines: string[]) => void
}

/** A list typed one entry per line; the text as typed is kept here, because a line being started is no entry yet. */
export function TypedLines({ lines, onChange, ...words }: TypedLinesProps) {
  const [text, setText] = useState(lines.join('\n'))
  return (
    <Textarea
      {...words}
      autosize
      minRows={2}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(readLines(event.currentTarget.value))
      }}
    />
  )
}
