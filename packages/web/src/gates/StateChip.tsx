import type { GateState } from '@kolibra/core/gates'
import { useTranslation } from 'react-i18next'
import { STATE_SIGN } from './spine-steps.ts'

/** A gate's state by colour, sign and word. */
export function StateChip({ state }: { state: GateState }) {
  const { t } = useTranslation()
  return (
    <span className={`chip state-${state}`}>
      <span aria-hidden>{STATE_SIGN[state]}</span> {t(`state.${state}`)}
    </span>
  )
}
