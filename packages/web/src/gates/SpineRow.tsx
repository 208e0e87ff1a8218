import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Spine } from '@kolibra/core/gates'
import { useTranslation } from 'react-i18next'
import { STATE_SIGN, stepsOf, type Step } from './spine-steps.ts'

function StepBody({ step, place }: { step: Step; place: number }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="step-name">
        {place}. {t(`gate.${step.key}`)}
      </span>
      <span className={`step-state state-${step.state}`}>
        <span aria-hidden>{STATE_SIGN[step.state]}</span> {step.state === 'none' ? t('spine.open') : t(`state.${step.state}`)}
        {step.total > 0 && <span className="step-count"> {t('spine.count', { passed: step.passed, total: step.total })}</span>}
      </span>
    </>
  )
}

/** The spine: where the campaign stands and whose turn it is, wherever on the page one is. */
export function SpineRow({ campaignId, spine, current }: { campaignId: string; spine: Spine; current?: 'report' }) {
  const { t } = useTranslation()
  return (
    <nav className="spine" aria-label={t('spine.label')}>
      <ol>
        {stepsOf(spine).map((step, index) => (
          <li key={step.key} className={`step step-${step.state}`} data-testid={`spine-${step.key}`} data-state={step.state}>
            {step.key === 'report' ? (
              <Link
                to="/campaigns/$id/report"
                params={{ id: campaignId }}
                {...(current === 'report' ? { 'aria-current': 'page' as const } : {})}
              >
                <StepBody step={step} place={index + 1} />
              </Link>
            ) : (
              <Link to="/campaigns/$id" params={{ id: campaignId }} hash={step.key === 'live' ? 'rules' : step.key}>
                <StepBody step={step} place={index + 1} />
              </Link>
            )}
          </li>
        ))}
      </ol>
      <Text size="sm" className="turn">
        {t('spine.turn')} <b>{t(`turn.${spine.turn}`)}</b>
      </Text>
    </nav>
  )
}
