import { useId, type ReactNode } from 'react'
import { useWords } from './use-words.ts'

/** A titled part of a screen. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A field with its label above. `lines` over 1 makes it grow. */
export function Field({
  label,
  value,
  onChange,
  lines = 1,
  type = 'text',
}: {
  label: string
  value: string
  onChange: (value: string) => void
  lines?: number
  type?: 'text' | 'url' | 'datetime-local' | 'date' | 'number' | 'tel'
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea id={id} rows={lines} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input id={id} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  )
}

/** A choice of few. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The one button that goes on, with what went wrong beside it. */
export function SendButton({
  label,
  sending,
  disabled = false,
  quiet = false,
}: {
  label: string
  sending: { busy: boolean; problem: string | null; send: () => void }
  disabled?: boolean
  quiet?: boolean
}) {
  const { t } = useWords()
  return (
    <>
      {sending.problem !== null && (
        <p className="problem" role="alert">
          {sending.problem}
        </p>
      )}
      <button type="button" className={quiet ? 'quiet' : 'main'} disabled={disabled || sending.busy} onClick={sending.send}>
        {sending.busy ? t('sending') : sending.problem === null ? label : `${label} · ${t('retry')}`}
      </button>
    </>
  )
}

/** Something more that opens when it is asked for. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="more">
      <summary>{title}</summary>
      <div className="more-body">{children}</div>
    </details>
  )
}
