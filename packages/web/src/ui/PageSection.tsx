import { Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A part of a long page, reached from the list of parts on top. */
export function PageSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="page-section" aria-labelledby={`${id}-title`}>
      <Title order={2} size="h4" mb="xs" id={`${id}-title`}>
        {title}
      </Title>
      {children}
    </section>
  )
}
