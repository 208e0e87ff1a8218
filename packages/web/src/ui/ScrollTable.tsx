import { useResizeObserver } from '@mantine/hooks'
import type { ReactNode } from 'react'

/** A table that scrolls sideways inside the page when there is no room; the keyboard reaches it only then. */
export function ScrollTable({ minWidth, children }: { minWidth: number; children: ReactNode }) {
  const [box, { width }] = useResizeObserver<HTMLDivElement>()
  return (
    <div ref={box} className="scroll-table" {...(width > 0 && width < minWidth ? { tabIndex: 0 } : {})}>
      <div style={{ minWidth }}>{children}</div>
    </div>
  )
}
