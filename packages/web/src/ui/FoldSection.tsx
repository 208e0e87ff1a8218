import { Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface FoldSectionProps {
  readonly id: string
  readonly title: string
  /** Whether it stands open at first; after that it is the reader's. */
  readonly isOpen: boolean
  readonly children: ReactNode
}

/** A part of a long page that folds, by mouse, key and screen reader alike; closed it is still found by the browser's search. */
export function FoldSection({ id, title, isOpen, children }: FoldSectionProps) {
  return (
    <details id={id} className="page-section fold-section" open={isOpen}>
      <summary>
        <Title order={2} size="h4" id={`${id}-title`}>
          {title}
        </Title>
      </summary>
      <section aria-labelledby={`${id}-title`}>{children}</section>
    </details>
  )
}
