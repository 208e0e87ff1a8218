import { Popover } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PassportNumberProps {
  /** What the number is of, for readers who hear it. */
  readonly label: string
  readonly shown: string
  /** In words, where what is shown is a sign. */
  readonly spoken?: string
  /** Name and text of each line of its passport. */
  readonly rows: readonly (readonly [string, string])[]
}

/** A number that opens its passport on a click. */
export function PassportNumber({ label, shown, spoken = shown, rows }: PassportNumberProps) {
  const { t } = useTranslation()
  return (
    <Popover withArrow width={340} position="bottom-end">
      <Popover.Target>
        <button type="button" className="report-number" aria-label={`${label}: ${spoken}. ${t('passport.open')}`}>
          {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className="facts">
          {rows.map(([name, text], at) => (
            <div key={`${at}${name}`} className="facts-row">
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  )
}
