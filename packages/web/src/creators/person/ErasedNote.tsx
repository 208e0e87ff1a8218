import { Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** What an erasure took with it, told on the page that one comes to after it: the person's own is gone. */
export function ErasedNote() {
  const { t } = useTranslation()
  const report = useLocation({ select: ({ state }) => state.erased })
  if (report === undefined) return null
  return (
    <Text size="sm" className="lead-note" role="status">
      {t('loan.erased', { accounts: report.accounts, posts: report.posts, files: report.files.length })}{' '}
      {report.uploads > 0 && t('loan.uploadsGone', { n: report.uploads })}{' '}
      {report.lockedUntil !== null && t('loan.lockedUntil', { day: report.lockedUntil })}
    </Text>
  )
}
