import { useEffect, useRef, useState, type ReactNode } from 'react'

/** A table that scrolls sideways inside the page when there is no room; the keyboard reaches it only then. */
export function ScrollTable({ minWidth, children }: { minWidth: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isWider, setWider] = useState(false)
  // After every drawing: a table may grow inside a box that keeps its size, and no observer of the box is told.
  useEffect(() => {
    const outer = box.current
    if (!outer) return undefined
    const measure = () => setWider(outer.scrollWidth > outer.clientWidth)
    const observer = new ResizeObserver(measure)
    for (const part of [outer, ...outer.querySelectorAll('div, table')]) observer.observe(part)
    // What is drawn inside on its own (a row that opens, a list that arrives) is told by neither.
    const changes = new MutationObserver(measure)
    changes.observe(outer, { childList: true, characterData: true, subtree: true })
    measure()
    return () => {
      observer.disconnect()
      changes.disconnect()
    }
  })
  return (
    <div ref={box} className="scroll-table" {...(isWider ? { tabIndex: 0 } : {})}>
      <div style={{ minWidth }}>{children}</div>
    </div>
  )
}
