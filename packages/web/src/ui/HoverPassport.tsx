import { Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface HoverPassportProps {
  /** What the number is of, and the number in words, for readers who hear it. */
  readonly label: string
  readonly spoken: string
  readonly shown: string
  /** The passport. */
  readonly children: ReactNode
}

/** A number. Pointing at it, focusing or tapping it opens its passport; Escape or leaving closes it. */
export function HoverPassport({ label, spoken, shown, children }: HoverPassportProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} withArrow width={340} position="bottom" trapFocus={false} returnFocus={false}>
      <Popover.Target>
        <button
          type="button"
          className="report-number"
          aria-label={`${label}: ${spoken}. ${t('passport.open')}`}
          onMouseEnter={() => setOpen(true)}
          onMouseLeave={() => setOpen(false)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onClick={() => setOpen(true)}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown>{children}</Popover.Dropdown>
    </Popover>
  )
}
