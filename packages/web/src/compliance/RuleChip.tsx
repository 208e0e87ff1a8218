import { useTranslation } from 'react-i18next'
import { OutcomeChip } from './OutcomeChip.tsx'
import type { RuleEntry } from './rule.ts'

/** What an entry does to a draft: its outcome, nothing (a fact), or freeing it from another rule. */
export function RuleChip({ rule }: { rule: Pick<RuleEntry, 'kind' | 'outcome' | 'exempts'> }) {
  const { t } = useTranslation()
  if (rule.kind === 'fact') return <span className="chip">{t('rules.factOnly')}</span>
  if (rule.exempts.length > 0) return <span className="chip">{t('rules.exemption')}</span>
  return <OutcomeChip outcome={rule.outcome} />
}
