import type { LintOutcome, Verdict } from '@kolibra/core/compliance'
import { useTranslation } from 'react-i18next'

const ICON: Record<LintOutcome | Verdict, string> = { block: '⊘', error: '✕', warn: '!', review: '?', info: 'i', pass: '✓' }

/** An outcome by colour, sign and word. */
export function OutcomeChip({ outcome }: { outcome: LintOutcome | Verdict }) {
  const { t } = useTranslation()
  return (
    <span className={`chip outcome-${outcome}`}>
      <span aria-hidden>{ICON[outcome]}</span> {t(`outcome.${outcome}`)}
    </span>
  )
}
