import type { CreatorRequest } from '@kolibra/core/portal'
import { shanghaiClock } from '@kolibra/core/shared'
import { Part } from './parts.tsx'
import { useWords } from './use-words.ts'

/** What was sent, and what the desk answered. */
export function RequestList({ requests }: { requests: readonly CreatorRequest[] }) {
  const { t } = useWords()
  if (requests.length === 0) return null
  return (
    <Part title={t('requests')}>
      <ul className="lines">
        {requests.map(({ id, kind, text, field, at, sentAt, settlement, note }) => (
          <li key={id}>
            <strong>{t(`request_${kind}`)}</strong> <span className="chip">{t(`state_${settlement ?? 'waiting'}`)}</span>
            <span className="line">
              {field !== null && `${t(`field_${field}`)} · `}
              {at !== null && `${shanghaiClock(at)} `}
              {text}
            </span>
            {note !== null && <span className="line note">{note}</span>}
            <span className="line dim">{shanghaiClock(sentAt)}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
