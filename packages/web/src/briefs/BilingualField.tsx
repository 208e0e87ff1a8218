import { SimpleGrid, Textarea } from '@mantine/core'
import type { Bilingual } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'

interface BilingualFieldProps {
  readonly label: string
  readonly value: Bilingual
  readonly onChange: (value: Bilingual) => void
}

/** One sentence in both languages, side by side, so that a gap shows. */
export function BilingualField({ label, value, onChange }: BilingualFieldProps) {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing={4}>
      <Textarea
        label={`${label} · 中文`}
        lang="zh-CN"
        autosize
        minRows={2}
        value={value.zh}
        onChange={(event) => onChange({ ...value, zh: event.currentTarget.value })}
      />
      <Textarea
        label={`${label} · English`}
        lang="en"
        autosize
        minRows={2}
        value={value.en}
        onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
        placeholder={value.zh === '' ? '' : t('brief.otherSide')}
      />
    </SimpleGrid>
  )
}
