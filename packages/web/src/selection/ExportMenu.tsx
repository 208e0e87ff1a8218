import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fetchFile } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { questionOf } from './creator-question.ts'
import type { CreatorsView } from './creators-view.ts'

function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Writes everything the view finds, in its order and with the columns that are shown; as accounts.jsonl with every passport. */
export function ExportMenu({ view, columns }: { view: CreatorsView; columns: readonly string[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const write = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx' | 'jsonl') => {
      const shown = columns.flatMap((key) => (key === 'viewsP50' ? ['viewsP10', 'viewsP50', 'viewsP90'] : [key]))
      const file = await fetchFile('/creator-exports', { query: questionOf(view), format, columns: shown, language })
      keepFile(file, format === 'jsonl' ? 'accounts.jsonl' : `creators.${format}`)
    },
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="sm" loading={write.isPending}>
            {t('find.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => write.mutate('xlsx')}>{t('find.exportXlsx')}</Menu.Item>
          <Menu.Item onClick={() => write.mutate('csv')}>{t('find.exportCsv')}</Menu.Item>
          <Menu.Item onClick={() => write.mutate('jsonl')}>{t('find.exportAccounts')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {write.error && <ProblemNotice error={write.error} />}
    </>
  )
}
