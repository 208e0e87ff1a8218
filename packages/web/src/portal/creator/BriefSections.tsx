import type { Brief } from '@kolibra/core/briefs'
import { AskItem, LeftQuestions } from './AskItem.tsx'
import { listSections, type ShownItem, type ShownSection } from './brief-sections.ts'
import { Part } from './parts.tsx'
import { useWords } from './use-words.ts'

function Lines({ lines }: Pick<ShownItem, 'lines'>) {
  const [first, ...more] = lines
  return (
    <>
      {first}
      {more.map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
    </>
  )
}

function Section({ section: { title, isText, items } }: { section: ShownSection }) {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <Part title={t(title)}>
      {isText ? (
        items.map(({ id, lines }) => (
          <div key={id}>
            <p>
              <Lines lines={lines} />
            </p>
            <AskItem itemId={id} />
          </div>
        ))
      ) : (
        <ul className="lines">
          {items.map(({ id, weight, lines }) => (
            <li key={id}>
              {weight !== null && <span className={`weight weight-${weight}`}>{t(`weight_${weight}`)}</span>} <Lines lines={lines} />
              <AskItem itemId={id} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** The brief in plain words: what binds and what is free, each line with what was said of it; what the page shows no more stands on top. */
export function BriefSections({ content, platforms }: { content: Brief; platforms: readonly string[] }) {
  const words = useWords()
  const sections = listSections(content, platforms, words)
  const shown = sections.flatMap(({ items }) => items.map(({ id }) => id))
  return (
    <>
      <LeftQuestions shown={shown} />
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </>
  )
}
