import type { LintFinding, LintItem } from '@kolibra/core/compliance'
import { useWords } from './use-words.ts'

function FindingItem({ finding, onFix }: { finding: LintFinding; onFix: (match: string, replacement: string) => void }) {
  const { t, language } = useWords()
  const { outcome, match, message, fix, source, field } = finding
  const { replacement } = fix
  return (
    <li className={`finding finding-${outcome}`}>
      <span className="chip">{t(`outcome_${outcome}`)}</span> {match !== null && <mark>{match}</mark>} {message[language]}
      <span className="line">{t('fixBy', { fix: fix[language] })}</span>
      <span className="line dim" data-raw>
        {t('lawOf', { law: `${source.title}${source.article ?? ''}` })}
      </span>
      {match !== null && replacement !== null && field === 'text' && (
        <button type="button" className="plain" onClick={() => onFix(match, replacement)}>
          {replacement === '' ? t('takeOut', { text: match }) : t('takeFix', { text: replacement })}
        </button>
      )}
    </li>
  )
}

/** What the rules say of the text, worst first. */
export function FindingList({ lint, onFix }: { lint: LintItem; onFix: (match: string, replacement: string) => void }) {
  const { t } = useWords()
  if (lint.findings.length === 0) return <p className="good">✓ {t('noFindings')}</p>
  return (
    <ul className="lines">
      {lint.findings.map((finding, index) => (
        <FindingItem key={`${finding.ruleId} ${finding.span?.start ?? index}`} finding={finding} onFix={onFix} />
      ))}
    </ul>
  )
}
