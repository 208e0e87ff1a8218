import { Button, CopyButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { addDays, shanghaiClock, shanghaiDay } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { QrDialog } from './QrDialog.tsx'
import type { DeskLink, LinkChange } from './use-portal.ts'

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

/** Where a link stands: whether it opens, until when, on which devices, and the codes that wait. */
export function LinkStanding({ link, mayHandOut }: { link: DeskLink | null; mayHandOut: boolean }) {
  const { t } = useTranslation()
  if (link === null)
    return (
      <Text size="sm" c="dimmed">
        {t('portal.noLink')}
      </Text>
    )
  return (
    <>
      <Text size="sm">
        {t(STATE_KEY[link.state])} · {t('portal.until')} {lastDay(link.expiresAt)}
      </Text>
      {mayHandOut && link.url === null && <Text size="sm">{t('portal.lost')}</Text>}
      <Devices link={link} />
    </>
  )
}

/** The message for WeChat, to be copied, and the link as a QR picture. */
export function LinkMessage({ message, link, name }: { message: string | null; link: DeskLink | null; name: string }) {
  const { t } = useTranslation()
  const [isQrOpen, setQrOpen] = useState(false)
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

/** Makes, extends and takes back: `making` is what makes a link, `under` the path below which links are changed. */
export function LinkActions({
  link,
  name,
  making,
  under,
  change,
}: {
  link: DeskLink | null
  name: string
  making: { path: string; body: unknown }
  under: '/creator-links' | '/review-links'
  change: LinkChange
}) {
  const { t } = useTranslation()
  const isGone = link === null || link.state === 'revoked'
  const renew = ({ id, expiresAt }: DeskLink) => {
    const today = shanghaiDay(Date.now())
    const from = lastDay(expiresAt) > today ? lastDay(expiresAt) : today
    change.mutate({ path: `${under}/${id}/renewals`, body: { until: addDays(from, EXTEND_DAYS) } })
  }
  const revoke = ({ id }: DeskLink) => {
    if (window.confirm(t('portal.revokeSure', { name }))) change.mutate({ path: `${under}/${id}/revocations`, body: {} })
  }
  return (
    <>
      <Group gap="xs">
        {isGone ? (
          <Button size="xs" loading={change.isPending} onClick={() => change.mutate(making)}>
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
