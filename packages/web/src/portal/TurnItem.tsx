import { Button, CopyButton, Group, Text, Textarea } from '@mantine/core'
import { shanghaiClock } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/AppLink.tsx'
import type { ShownTurn } from './use-turns.ts'

const STAGE_SIGN = { open: '○', due_soon: '◔', overdue: '!' } as const
const STAGE_CLASS = { open: 'chip', due_soon: 'chip state-waived', overdue: 'chip state-blocked' } as const

function WechatText({ turn, name }: { turn: ShownTurn; name: string }) {
  const { t } = useTranslation()
  if (turn.whose !== 'creator') return null
  if (turn.message === null)
    return (
      <AppLink size="sm" to="/campaigns/$id/portal" params={{ id: turn.campaign.id }}>
        {t('tasks.noLink')}
      </AppLink>
    )
  return (
    <Group gap="xs" align="flex-end">
      <Textarea
        className="grow"
        label={t('tasks.message', { name, what: t(`tasks.kind_${turn.kind}`) })}
        value={turn.message}
        readOnly
        autosize
        minRows={2}
        lang="zh-CN"
      />
      <CopyButton value={turn.message}>
        {({ copied, copy }) => (
          <Button size="xs" onClick={copy}>
            {copied ? t('portal.copied') : t('portal.copyMessage')}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}

const PLACES = { party_note: '/campaigns/$id/notes', request: '/campaigns/$id/portal', erasure: '/campaigns/$id/portal' } as const

function placeOf({ kind, whose }: ShownTurn) {
  if (kind === 'party_note' || kind === 'request' || kind === 'erasure') return PLACES[kind]
  return whose === 'creator' ? '/campaigns/$id/portal' : '/campaigns/$id'
}

/** One thing that waits: what, of whom, in which campaign, until when, and for a creator's turn the text for WeChat. */
export function TurnItem({ turn }: { turn: ShownTurn }) {
  const { t } = useTranslation()
  const { kind, whose, creatorId, due, stage, count, campaign } = turn
  const name = turn.name ?? creatorId?.slice(-6) ?? t(`tasks.side_${whose}`)
  return (
    <li className="link-card" data-testid="turn">
      <Group gap="xs">
        <Text fw={600}>{t(`tasks.kind_${kind}`)}</Text>
        {(turn.name !== null || creatorId !== null) && <Text data-raw>{name}</Text>}
        {count > 1 && <span className="chip">{t('tasks.count', { n: count })}</span>}
        {due === null ? (
          <Text size="sm" c="dimmed">
            {t('tasks.noDue')}
          </Text>
        ) : (
          <span className={STAGE_CLASS[stage]}>
            <span aria-hidden>{STAGE_SIGN[stage]}</span> {t(`tasks.stage_${stage}`, { due: shanghaiClock(due) })}
          </span>
        )}
      </Group>
      <AppLink size="sm" to={placeOf(turn)} params={{ id: campaign.id }}>
        {campaign.name}
      </AppLink>
      <WechatText turn={turn} name={name} />
    </li>
  )
}
