import { useEffect, useRef, useState, type ReactNode } from 'react'

/** A table that scrolls sideways inside the page when there is no room; the keyboard reaches it only then. */
export function ScrollTable({ minWidth, children }: { minWidth: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isWider, setWider] = useState(false)
  useEffect(() => {
    const outer = box.current
    const inner = outer?.firstElementChild
    if (!outer || !inner) return undefined
    const observer = new ResizeObserver(() => setWider(outer.scrollWidth > outer.clientWidth))
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className="scroll-table" {...(isWider ? { tabIndex: 0 } : {})}>
      <div style={{ minWidth }}>{children}</div>
    </div>
  )
}
