import { Button, CopyButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { addDays, shanghaiClock, shanghaiDay } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { QrDialog } from './QrDialog.tsx'
import { useLinkChange, type DeskCreator, type DeskLink } from './use-portal.ts'

const STATE_KEY = { live: 'portal.stateLive', expired: 'portal.stateExpired', revoked: 'portal.stateRevoked' } as const
const EXTEND_DAYS = 30

/** The last day on which a link opens: its end is the first moment of the day after. */
const lastDay = (expiresAt: string) => shanghaiDay(Date.parse(expiresAt) - 1)

function Devices({ link }: { link: DeskLink }) {
  const { t } = useTranslation()
  const device = (name: string | null) => name ?? t('portal.unknownDevice')
  return (
    <div>
      {link.devices.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('portal.noDevice')}
        </Text>
      )}
      {link.devices.map(({ name, seenAt, admittedAt }) => (
        <Text size="sm" key={admittedAt}>
          {t('portal.opened', { device: device(name), at: shanghaiClock(seenAt) })}
        </Text>
      ))}
      {link.state === 'live' &&
        link.codes.map(({ code, deviceName, expiresAt }) => (
          <div key={code} className="code-call" role="status">
            <Text fw={600}>{t('portal.code', { device: device(deviceName), code, at: shanghaiClock(expiresAt).slice(11) })}</Text>
            <Text size="xs">{t('portal.codeHint')}</Text>
          </div>
        ))}
    </div>
  )
}

function Message({ creator, name }: { creator: DeskCreator; name: string }) {
  const { t } = useTranslation()
  const [isQrOpen, setQrOpen] = useState(false)
  const { message, link } = creator
  if (message === null || link === null || link.url === null) return null
  return (
    <Stack gap="xs">
      <Textarea label={t('portal.message', { name })} value={message} readOnly autosize minRows={3} lang="zh-CN" />
      <Group gap="xs">
        <CopyButton value={message}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? t('portal.copied') : t('portal.copyMessage')}
            </Button>
          )}
        </CopyButton>
        <Button size="xs" variant="default" onClick={() => setQrOpen(true)}>
          {t('portal.qr')}
        </Button>
      </Group>
      {isQrOpen && <QrDialog name={name} url={link.url} onClose={() => setQrOpen(false)} />}
    </Stack>
  )
}

function LinkActions({ campaignId, creator, name }: { campaignId: string; creator: DeskCreator; name: string }) {
  const { t } = useTranslation()
  const change = useLinkChange(campaignId)
  const { link, creatorId } = creator
  const isGone = link === null || link.state === 'revoked'
  const make = () => change.mutate({ path: `/campaigns/${campaignId}/creator-links`, body: { creatorId } })
  const renew = ({ id, expiresAt }: DeskLink) => {
    const today = shanghaiDay(Date.now())
    const from = lastDay(expiresAt) > today ? lastDay(expiresAt) : today
    change.mutate({ path: `/creator-links/${id}/renewals`, body: { until: addDays(from, EXTEND_DAYS) } })
  }
  const revoke = ({ id }: DeskLink) => {
    if (window.confirm(t('portal.revokeSure', { name }))) change.mutate({ path: `/creator-links/${id}/revocations`, body: {} })
  }
  return (
    <>
      <Group gap="xs">
        {isGone ? (
          <Button size="xs" loading={change.isPending} onClick={make}>
            {t('portal.make')}
          </Button>
        ) : (
          <>
            <Button size="xs" variant="default" onClick={() => renew(link)}>
              {t('portal.renew')}
            </Button>
            <Button size="xs" variant="default" onClick={() => revoke(link)}>
              {t('portal.revoke')}
            </Button>
          </>
        )}
      </Group>
      {change.error && <ProblemNotice error={change.error} />}
    </>
  )
}

/** One creator: whose turn it is, the link with its devices, and the message to send. */
export function CreatorLinkCard({ campaignId, creator }: { campaignId: string; creator: DeskCreator }) {
  const { t } = useTranslation()
  const { link, step, due, whose, platform } = creator
  const name = creator.name ?? creator.creatorId.slice(-6)
  const mayHandOut = useMayDo('portal.write')
  return (
    <article className="link-card" aria-label={name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="xs" c="dimmed">
            {t(`platform.${platform}`, { defaultValue: platform })}
          </Text>
        </div>
        <span className="chip">
          <span aria-hidden>{whose === 'creator' ? '● ' : '○ '}</span>
          {t(`portal.step_${step}`)}
          {due !== null && ` · ${t('portal.due', { due: shanghaiClock(due) })}`}
        </span>
      </Group>
      {link === null ? (
        <Text size="sm" c="dimmed">
          {t('portal.noLink')}
        </Text>
      ) : (
        <>
          <Text size="sm">
            {t(STATE_KEY[link.state])} · {t('portal.until')} {lastDay(link.expiresAt)}
          </Text>
          {mayHandOut && link.url === null && <Text size="sm">{t('portal.lost')}</Text>}
          <Devices link={link} />
        </>
      )}
      <Message creator={creator} name={name} />
      {mayHandOut && <LinkActions campaignId={campaignId} creator={creator} name={name} />}
    </article>
  )
}
