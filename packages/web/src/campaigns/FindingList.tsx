import { Button, Text } from '@mantine/core'
import type { Finding, Waiver } from '@kolibra/core/campaigns'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatMoment } from '../ui/format-number.ts'
import { WaiveDialog, type Judged } from './WaiveDialog.tsx'

const SIGN: Record<Finding['severity'], string> = { block: '⊘', warn: '!', info: 'i' }

function FindingItem({ finding, waiver, onWaive }: { finding: Finding; waiver: Waiver | undefined; onWaive: (() => void) | null }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <li className="finding-row" data-testid="gate-finding" data-code={finding.code}>
      <span className="finding-chips">
        <span className={`chip severity-${finding.severity}`}>
          <span aria-hidden>{SIGN[finding.severity]}</span> {t(`severity.${finding.severity}`)}
        </span>
        {waiver && (
          <span className="chip state-waived">
            <span aria-hidden>✎</span> {t('state.waived')}
          </span>
        )}
      </span>
      <div>
        <Text size="sm">{read(finding.because)}</Text>
        <Text size="sm" c="dimmed">
          {read(finding.fix) && `→ ${read(finding.fix)} `}
          <code className="finding-code">{finding.code}</code>
        </Text>
        {waiver && (
          <Text size="xs" c="dimmed">
            {t('waiver.by', { person: waiver.person, role: waiver.role, at: formatMoment(waiver.at) ?? '', reason: waiver.reason })}
          </Text>
        )}
      </div>
      {!waiver && onWaive && (
        <Button variant="default" size="xs" onClick={onWaive}>
          {t('waiver.open')}
        </Button>
      )}
      {!waiver && !finding.waivable && finding.severity === 'block' && (
        <Text size="xs" c="dimmed">
          {t('waiver.never')}
        </Text>
      )}
    </li>
  )
}

/** Each finding with what it stands on, how to fix it, and a way to waive it with a reason. */
export function FindingList({ campaignId, judged }: { campaignId: string; judged: Judged }) {
  const [waiving, setWaiving] = useState<Finding | null>(null)
  const waiverOf = (finding: Finding) => judged.waivers.find(({ code }) => code === finding.code)
  return (
    <>
      <ul className="finding-rows">
        {judged.findings.map((finding, index) => (
          <FindingItem
            key={`${finding.code}-${finding.because.en}-${index}`}
            finding={finding}
            waiver={waiverOf(finding)}
            onWaive={finding.waivable && finding.severity !== 'info' ? () => setWaiving(finding) : null}
          />
        ))}
      </ul>
      {waiving && <WaiveDialog campaignId={campaignId} judged={judged} finding={waiving} onClose={() => setWaiving(null)} />}
    </>
  )
}
