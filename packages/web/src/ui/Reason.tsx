import { Tooltip } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'

/** Something that says why when pointed at. A table holds hundreds of them, so the tooltip is made only when it is wanted. */
export function Reason({ why, className, children }: { why: string; className: string; children: ReactNode }) {
  const target = useRef<HTMLSpanElement>(null)
  const [isNear, setNear] = useState(false)
  return (
    <>
      <span ref={target} className={className} onMouseEnter={() => setNear(true)} onMouseLeave={() => setNear(false)}>
        {children}
      </span>
      {isNear && <Tooltip opened target={target} label={why} withArrow multiline maw={360} />}
    </>
  )
}
