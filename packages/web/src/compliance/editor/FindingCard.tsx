import { CloseButton, Group } from '@mantine/core'
import type { LintFinding } from '@kolibra/core/compliance'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { FindingDetails, type FindingActs } from '../FindingDetails.tsx'
import { useKeyboardHeight } from './use-keyboard-height.ts'

interface FindingCardProps {
  readonly id: string
  readonly findings: readonly LintFinding[]
  readonly acts: FindingActs
  /** Where the marked words stand inside the field, in px. */
  readonly place: { readonly left: number; readonly top: number }
  readonly onClose: () => void
  readonly onPointer: (isInside: boolean) => void
}

/** The findings at one place: a card under the words at a desk, a sheet at the bottom of a phone, above its keyboard. */
export function FindingCard({ id, findings, acts, place, onClose, onPointer }: FindingCardProps) {
  const { t } = useTranslation()
  const keyboardPx = useKeyboardHeight()
  const lengths = { '--card-left': place.left, '--card-top': place.top, '--keyboard': keyboardPx }
  const variables: CSSProperties = Object.fromEntries(Object.entries(lengths).map(([name, px]) => [name, `${px}px`]))
  return (
    <div
      id={id}
      className="finding-card"
      role="group"
      aria-label={t('editor.here')}
      data-testid="finding-card"
      style={variables}
      onPointerEnter={() => onPointer(true)}
      onPointerLeave={() => onPointer(false)}
      // A drawer around it closes on Escape too, unless what has the focus says that it is meant for itself.
      onFocus={(event) => event.target.setAttribute('data-mantine-stop-propagation', 'true')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <Group justify="flex-end" className="finding-card-close">
        <CloseButton aria-label={t('ui.close')} onClick={onClose} size="sm" />
      </Group>
      {findings.map((finding) => (
        <div key={finding.ruleId} className="finding-card-one">
          <FindingDetails finding={finding} acts={acts} />
        </div>
      ))}
    </div>
  )
}
