import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatIn } from './format-number.ts'
import { placeOnScale } from './place-on-scale.ts'

interface RangeBarProps {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly unit: string
  /** The value at the right edge, the same for all bars that are compared. */
  readonly top: number
  readonly target?: number | null
  readonly label?: boolean
}

/** A forecast drawn as a range: bar from P10 to P90, tick at P50, a hollow mark at the target. */
export function RangeBar({ p10, p50, p90, unit, top, target, label = true }: RangeBarProps) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const format = (value: number) => formatIn(unit, value, language)
  const at = (value: number) => `${placeOnScale(value, top)}%`
  const text = t('ui.range', { p10: format(p10), p50: format(p50), p90: format(p90) })
  return (
    <span className="range" title={text}>
      <span className="range-track" role="img" aria-label={text}>
        <span className="range-bar" style={{ left: at(p10), width: `${placeOnScale(p90, top) - placeOnScale(p10, top)}%` }} />
        <span className="range-mid" style={{ left: at(p50) }} />
        {target !== null && target !== undefined && <span className="range-target" style={{ left: at(target) }} />}
      </span>
      {label && <span className="range-label">{format(p50)}</span>}
    </span>
  )
}
