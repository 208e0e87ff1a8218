import { Group, Text } from '@mantine/core'
import { shanghaiClock } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { LinkActions, LinkMessage, LinkStanding } from './LinkParts.tsx'
import { useLinkChange, type DeskCreator } from './use-portal.ts'

/** One creator: whose turn it is, the link with its devices, and the message to send. */
export function CreatorLinkCard({ campaignId, creator }: { campaignId: string; creator: DeskCreator }) {
  const { t } = useTranslation()
  const { creatorId, link, message, step, due, whose, platform } = creator
  const name = creator.name ?? creatorId.slice(-6)
  const mayHandOut = useMayDo('portal.write')
  const change = useLinkChange(campaignId)
  const making = { path: `/campaigns/${campaignId}/creator-links`, body: { creatorId } }
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
      <LinkStanding link={link} mayHandOut={mayHandOut} />
      <LinkMessage message={message} link={link} name={name} />
      {mayHandOut && <LinkActions {...{ link, name, making, change }} under="/creator-links" />}
    </article>
  )
}
