import { Stack } from '@mantine/core'
import type { LintFinding } from '@kolibra/core/compliance'
import { useTranslation } from 'react-i18next'
import { FindingDetails, type FindingActs } from './FindingDetails.tsx'

interface MarginListProps {
  readonly findings: readonly LintFinding[]
  readonly picked: LintFinding | null
  readonly acts: FindingActs
  /** Shows a finding where it stands in the text. */
  readonly onShow: (finding: LintFinding) => void
}

/** All findings beside the text, for who reads them one by one; a click shows the place. */
export function MarginList({ findings, picked, acts, onShow }: MarginListProps) {
  const { t } = useTranslation()
  return (
    <ol className="notes" aria-label={t('check.findings')}>
      {findings.map((finding, index) => (
        <li
          key={`${finding.ruleId}-${finding.field}-${finding.span?.start ?? index}`}
          className={picked === finding ? 'note note-picked' : 'note'}
          data-testid="finding"
        >
          <Stack gap={4}>
            <FindingDetails finding={finding} acts={acts} />
            {finding.span && (
              <button type="button" className="text-button" onClick={() => onShow(finding)}>
                {t('editor.showInText')}
              </button>
            )}
          </Stack>
        </li>
      ))}
    </ol>
  )
}
