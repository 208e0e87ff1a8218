import { Text } from '@mantine/core'
import type { Assessment } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'

const SIGN = { block: '⊘', warn: '!', info: 'i' } as const

/** What stands between a creator and a campaign: how grave, on what it stands, and the way out. */
export function ConflictList({ conflicts }: Pick<Assessment, 'conflicts'>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (conflicts.length === 0)
    return (
      <Text size="sm">
        <span className="chip outcome-pass">
          <span aria-hidden>✓</span> {t('fit.clear')}
        </span>
      </Text>
    )
  return (
    <ul className="finding-rows" data-testid="conflicts">
      {conflicts.map(({ code, severity, because, fix }, index) => (
        <li className="finding-row" key={`${code}${index}`} data-code={code}>
          <span className={`chip severity-${severity}`}>
            <span aria-hidden>{SIGN[severity]}</span> {t(`severity.${severity}`)}
          </span>
          <div>
            <Text size="sm">{read(because)}</Text>
            <Text size="sm" c="dimmed">
              → {read(fix)}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  )
}
