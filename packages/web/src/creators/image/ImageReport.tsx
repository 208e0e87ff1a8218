import { Group, List, Stack, Text } from '@mantine/core'
import type { ImageReport as Report } from '@kolibra/core/creators'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { Unknown } from '../../ui/Unknown.tsx'
import { formatExact, formatShare } from '../../ui/format-number.ts'
import { ImageFacts } from './ImageFacts.tsx'

/** Background and image, from what is held: how many posts of how many, the one brand-safety score with its parts, and what was read in them. */
export function ImageReport({ image }: { image: Report }) {
  const { t } = useTranslation()
  const { postsHeld, postsTotal, textsHeld, commentsHeld, commentsRead } = image
  return (
    <Stack gap="sm" data-testid="image">
      <Text size="sm">
        {postsTotal === null
          ? t('image.heldOfUnknown', { held: formatExact(postsHeld), texts: formatExact(textsHeld) })
          : t('image.heldOf', { held: formatExact(postsHeld), total: formatExact(postsTotal), texts: formatExact(textsHeld) })}
        {` ${commentsHeld === 0 ? t('image.commentsNone') : t('image.commentsRead', { read: formatExact(commentsRead), held: formatExact(commentsHeld) })}`}
      </Text>
      <Safety safety={image.safety} />
      <Incidents incidents={image.incidents} />
      <ImageFacts image={image} />
    </Stack>
  )
}

function Safety({ safety: { score, atMost, parts } }: { safety: Report['safety'] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <>
      <Group gap="md" align="baseline">
        <Text size="sm">{t('image.safety')}</Text>
        <Text size="xl" fw={600}>
          {score === null ? <Unknown why={t('image.noTexts')} /> : Math.floor(score)}
          <Text span size="sm" c="dimmed">
            {' / 100'}
          </Text>
        </Text>
        {score === null && <Text size="sm">{t('image.atMost', { most: Math.floor(atMost) })}</Text>}
      </Group>
      <List size="sm">
        {parts.map(({ code, off, because, becauseZh }) => (
          <List.Item key={code}>
            <b>{t(`image.part.${code}`)}</b> {read({ en: because, zh: becauseZh })}{' '}
            {off !== null && off > 0 && <span className="chip severity-warn">⚠ −{formatShare(off)}</span>}
          </List.Item>
        ))}
      </List>
    </>
  )
}

function Incidents({ incidents }: { incidents: Report['incidents'] }) {
  const { t } = useTranslation()
  if (incidents === null || incidents.length === 0) return null
  return (
    <List size="sm">
      {incidents.map(({ kind, on, until, what, source }) => (
        <List.Item key={`${kind}${on}${what}`}>
          {t(`dossier.incidentKind.${kind}`)} {on}
          {until !== null && `–${until}`} <span data-raw>{what}</span>{' '}
          <Text span size="sm" c="dimmed">
            {t('image.from')}
            <span data-raw>{source}</span>
          </Text>
        </List.Item>
      ))}
    </List>
  )
}
