import { Button, Checkbox, Group, List, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { isGone, shareReasons, type InvitationMove, type PlanResult } from '@kolibra/core/selection'
import { joinReasons } from '@kolibra/core/shared'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { formatFen, formatIn, formatMoment, formatShare } from '../../ui/format-number.ts'
import { RangeBar } from '../../ui/RangeBar.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { toggleFormat, toggleLock, type Locks } from './locks.ts'
import { PlanNumber, usePlanPassport } from './PlanNumber.tsx'
import type { Invitation, PlanVersion } from './use-plan-versions.ts'

type Planned = PlanResult['creators'][number]

// More would bury what comes after them.
const SHOWN = 12
const SHOWN_ON_PHONE = 5

const STATE_SIGN = { proposed: '○', invited: '✉', accepted: '✓', declined: '✕', withdrawn: '↶' } as const
const STATE_CHIP = {
  proposed: '',
  invited: 'outcome-review',
  accepted: 'state-passed',
  declined: 'state-blocked',
  withdrawn: 'state-waived',
} as const

/** Where a creator stands, as sign and word. */
export function InvitationChip({ state }: { state: Invitation['state'] }) {
  const { t } = useTranslation()
  return (
    <span className={`chip ${STATE_CHIP[state]}`}>
      <span aria-hidden>{STATE_SIGN[state]}</span> {t(`invitation.${state}`)}
    </span>
  )
}

interface PlanLinesProps {
  readonly campaignId: string
  readonly version: PlanVersion
  readonly nameOf: (id: string) => string
  readonly locked: Locks
  readonly onLock: (locks: Locks) => void
  /** By creator; empty while the version is not the plan. */
  readonly invitations: ReadonlyMap<string, Invitation>
  readonly isBusy: boolean
  readonly onMove: (invitation: Invitation, move: InvitationMove) => void
  /** Plans again for somebody who said no and still stands in the plan. */
  readonly onReplace: (creatorId: string) => void
}

/** Who is in a version: role and reason, money, chance of a yes, forecast, lock, and where they stand. */
export function PlanLines({ version, ...rest }: PlanLinesProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { shared, creators } = useMemo(() => shareReasons(version.plan.creators), [version])
  const [isWhole, setWhole] = useState(false)
  const isWide = useMediaQuery('(min-width: 761px)', true, { getInitialValueInEffect: false })
  const most = isWide ? SHOWN : SHOWN_ON_PHONE
  const top = Math.max(1, ...creators.map(({ forecast }) => forecast?.p90 ?? 0))
  return (
    <>
      {shared.length > 0 && (
        <details>
          <summary>{t('planPage.sharedReasons')}</summary>
          <List size="sm">
            {shared.map((line) => (
              <List.Item key={line.en}>{read(line)}</List.Item>
            ))}
          </List>
        </details>
      )}
      <ul className="plan-lines" data-testid="plan-lines">
        {(isWhole ? creators : creators.slice(0, most)).map((creator) => (
          <PlanLine key={creator.id} creator={creator} top={top} version={version} {...rest} />
        ))}
      </ul>
      {creators.length > most && (
        <Button variant="subtle" size="xs" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('plan.showFewer') : t('plan.showAll', { n: creators.length })}
        </Button>
      )}
    </>
  )
}

function PlanLine({ creator, top, ...props }: PlanLinesProps & { creator: Planned; top: number }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const { id, role, roleZh = role, format, forecast } = creator
  const name = props.nameOf(id)
  const invitation = props.invitations.get(id)
  const [first, ...more] = joinReasons(creator).map(read)
  return (
    <li className="plan-line">
      <div className="plan-who">
        <AppLink to="/creators/$id" params={{ id }} search={{ campaign: props.campaignId }} size="sm" fw={600} underline="always">
          {name}
        </AppLink>
        <Text size="sm" component="span" c="dimmed">
          {' '}
          {read({ en: role, zh: roleZh })} · {names('format', format)}
        </Text>
        {first !== undefined && (
          <details className="plan-why">
            <summary>{first}</summary>
            <List size="sm" spacing={0}>
              {more.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </details>
        )}
      </div>
      <LineNumbers creator={creator} version={props.version} />
      <div className="plan-range">
        {forecast === null ? (
          <Unknown why={t('creators.noForecast')} />
        ) : (
          <RangeBar p10={forecast.p10} p50={forecast.p50} p90={forecast.p90} unit={forecast.unit} top={top} />
        )}
      </div>
      <div className="plan-state">
        <Checkbox
          size="xs"
          label={t('planPage.lock')}
          checked={props.locked.has(id)}
          onChange={() => props.onLock(toggleLock(props.locked, id))}
          aria-label={t('planPage.lockName', { name })}
        />
        {props.locked.has(id) && (
          <Checkbox
            size="xs"
            label={t('planPage.lockFormat', { format: names('format', format) })}
            checked={props.locked.get(id) === format}
            onChange={() => props.onLock(toggleFormat(props.locked, id, format))}
            aria-label={t('planPage.lockFormatName', { name, format: names('format', format) })}
          />
        )}
        {invitation && (
          <LineState invitation={invitation} name={name} isBusy={props.isBusy} onMove={props.onMove} onReplace={props.onReplace} />
        )}
      </div>
    </li>
  )
}

function LineNumbers({ creator, version }: { creator: Planned; version: PlanVersion }) {
  const { t } = useTranslation()
  const { read, language } = useLanguage()
  const names = useNames()
  const passport = usePlanPassport(version)
  const { costFen, feeRoomFen = 0, filed, pAccepts, forecast } = creator
  const filing = filed === null ? t('ui.unknown') : t(filed ? 'creators.filed' : 'creators.notFiled')
  return (
    <dl className="plan-numbers">
      <dt>{t('plan.cost')}</dt>
      <dd>
        <PlanNumber
          label={t('plan.cost')}
          text={formatFen(costFen + feeRoomFen)}
          lines={passport('CNY', t('planPage.costFormula'), [t('creators.filing'), filing], [t('planPage.feeRoom'), formatFen(feeRoomFen)])}
        />
      </dd>
      <dt>{t('planPage.pAccepts')}</dt>
      <dd>
        {pAccepts === undefined ? (
          <Unknown why={t('planPage.olderVersion')} />
        ) : (
          <PlanNumber
            label={t('planPage.pAccepts')}
            text={formatShare(pAccepts.p)}
            lines={passport(t('planPage.chance'), read(pAccepts.because), [t('planPage.basis'), t(`acceptance.${pAccepts.basis}`)])}
          />
        )}
      </dd>
      <dt>{t('planPage.views50')}</dt>
      <dd>
        {forecast === null ? (
          <Unknown why={t('creators.noForecast')} />
        ) : (
          <PlanNumber
            label={t('planPage.views50')}
            text={formatIn(forecast.unit, forecast.p50, language)}
            lines={passport(
              names('unit', forecast.unit),
              t('planPage.forecastFormula', { posts: forecast.posts }),
              ['P10–P90', `${formatIn(forecast.unit, forecast.p10, language)}–${formatIn(forecast.unit, forecast.p90, language)}`],
              [t('planPage.asOf'), forecast.asOf ?? t('ui.unknown')],
            )}
          />
        )}
      </dd>
    </dl>
  )
}

function LineState({
  invitation,
  name,
  isBusy,
  onMove,
  onReplace,
}: Pick<PlanLinesProps, 'isBusy' | 'onMove' | 'onReplace'> & { invitation: Invitation; name: string }) {
  const { t } = useTranslation()
  const last = invitation.steps.at(-1)
  return (
    <Group gap={6}>
      <InvitationChip state={invitation.state} />
      {last && (
        <Text size="xs" c="dimmed">
          {formatMoment(last.at)}
        </Text>
      )}
      {invitation.moves.map((move) => (
        <Button
          key={move}
          size="compact-sm"
          variant={move === 'invite' || move === 'accept' ? 'light' : 'default'}
          disabled={isBusy}
          aria-label={t('invitation.of', { move: t(`invitation.do.${move}`), name })}
          onClick={() => onMove(invitation, move)}
        >
          {t(`invitation.do.${move}`)}
        </Button>
      ))}
      {isGone(invitation.state) && (
        <Button size="compact-sm" variant="light" disabled={isBusy} onClick={() => onReplace(invitation.creatorId)}>
          {t('planPage.replace', { name })}
        </Button>
      )}
    </Group>
  )
}
