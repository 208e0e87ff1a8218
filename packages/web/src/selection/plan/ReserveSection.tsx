import { List, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatExact, formatFen, formatShare } from '../../ui/format-number.ts'
import type { PlanVersion } from './use-plan-versions.ts'

const SHOWN_LEFT = 12

interface ReserveSectionProps {
  readonly version: PlanVersion
  readonly nameOf: (id: string) => string
}

/** Who stands ready, best first per role, and who was left out and why. */
export function ReserveSection({ version, nameOf }: ReserveSectionProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const { reserveByRole = [], left } = version.plan
  return (
    <div className="plan-two" data-testid="reserve">
      <div>
        <Title order={3} size="h6">
          {t('planPage.reserveByRole')}
        </Title>
        {reserveByRole.length === 0 && <Text size="sm">{t('planPage.noReserve')}</Text>}
        {reserveByRole.map(({ type, role, ranked }) => (
          <div key={type ?? ''}>
            <Text size="sm" fw={600}>
              {read(role)}
            </Text>
            <ol className="plan-ranked">
              {ranked.map(({ id, costFen, format, pAccepts, because }) => (
                <li key={id}>
                  {nameOf(id)} · {names('format', format)} · {t('planPage.withFee', { cost: formatFen(costFen) })} ·{' '}
                  {t('planPage.saysYes', { share: formatShare(pAccepts.p) })}
                  <Text size="xs" c="dimmed">
                    {read(because)}
                  </Text>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <div>
        <Title order={3} size="h6">
          {t('plan.left', { n: formatExact(left.length) })}
        </Title>
        <List size="sm">
          {left.slice(0, SHOWN_LEFT).map(({ id, because, becauseZh = because }) => (
            <List.Item key={id}>
              {nameOf(id)}: {read({ en: because, zh: becauseZh })}
            </List.Item>
          ))}
        </List>
        {left.length > SHOWN_LEFT && <Text size="sm">{t('imports.more', { n: formatExact(left.length - SHOWN_LEFT) })}</Text>}
      </div>
    </div>
  )
}
