import {
  documentBrief,
  NOTHING_SAID,
  type Brief,
  type DocumentCell,
  type DocumentItem,
  type DocumentLanguage,
  type DocumentSection,
} from '@kolibra/core/briefs'
import { useMemo } from 'react'

const TONGUES = { zh: 'zh-CN', en: 'en', de: 'de', fr: 'fr' } as const

function Words({ cell }: { cell: DocumentCell }) {
  const lang = cell.language === null ? {} : { lang: TONGUES[cell.language] }
  return (
    <span {...lang} className={cell.text === NOTHING_SAID ? 'printed-nothing' : 'printed-words'} data-raw>
      {cell.text}
    </span>
  )
}

function Facts({ cells }: { cells: readonly DocumentCell[] }) {
  return cells.map((cell) => (
    <p key={cell.path} className="printed-fact">
      <span className="printed-label">{cell.label}: </span>
      <Words cell={cell} />
    </p>
  ))
}

function Point({ item }: { item: DocumentItem }) {
  const weight = item.cells.find(({ path }) => path === 'weight')
  const rest = item.cells.filter(({ path, language }) => language === null && path !== 'weight')
  return (
    <>
      {weight && <strong className="printed-weight">{weight.text}</strong>}
      {item.cells
        .filter(({ language }) => language !== null)
        .map((cell) => (
          <p key={cell.path} className="printed-side">
            <Words cell={cell} />
          </p>
        ))}
      <Facts cells={rest} />
    </>
  )
}

function Rows({ title, items }: { title: string; items: readonly DocumentItem[] }) {
  return (
    <div className="printed-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="printed-table">
        <thead>
          <tr>
            {items[0]?.cells.map(({ path, label }) => (
              <th key={path} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell) => (
                <td key={cell.path}>
                  <Words cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Section({ title, layout, items }: DocumentSection) {
  if (layout === 'table') return <Rows title={title} items={items} />
  if (layout === 'facts') return items.map(({ id, cells }) => <Facts key={id} cells={cells} />)
  if (layout === 'sentence') return items.map((item) => <Point key={item.id} item={item} />)
  return (
    <ol className="printed-points">
      {items.map((item) => (
        <li key={item.id}>
          <Point item={item} />
        </li>
      ))}
    </ol>
  )
}

/** The brief as it stands on paper. */
export function PrintedBrief({ brief, language }: { brief: Brief; language: DocumentLanguage }) {
  const sections = useMemo(() => documentBrief(brief, language), [brief, language])
  return (
    <article className="printed-brief" data-testid="printed-brief">
      {sections.map((section) => (
        <section key={section.section}>
          <h2>{section.title}</h2>
          <Section {...section} />
        </section>
      ))}
    </article>
  )
}
