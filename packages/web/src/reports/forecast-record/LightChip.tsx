import { useTranslation } from 'react-i18next'

type Light = 'green' | 'amber' | 'red'

const CHIP = { green: 'outcome-pass', amber: 'outcome-warn', red: 'outcome-block' } as const
const SIGN = { green: '✓', amber: '!', red: '✗' } as const

/** The light of a range, by colour, sign and word. */
export function LightChip({ light }: { light: Light }) {
  const { t } = useTranslation()
  return (
    <span className={`chip ${CHIP[light]}`} data-testid={`light-${light}`}>
      <span aria-hidden>{SIGN[light]}</span> {t(`forecastRecord.light.${light}`)}
    </span>
  )
}
