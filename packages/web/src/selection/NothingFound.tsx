import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { ViewChange } from './creators-view.ts'

/** In place of rows where no creator meets the conditions: that it is so, and the way out. */
export function NothingFound({ onChange }: { onChange: ViewChange }) {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('creators.noneTitle')} text={t('creators.noneText')}>
      <Button onClick={() => onChange({ q: undefined, filters: undefined, own: undefined })}>{t('creators.clearConditions')}</Button>
    </EmptyState>
  )
}
