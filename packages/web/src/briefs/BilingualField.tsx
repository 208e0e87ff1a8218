import { SimpleGrid, Textarea } from '@mantine/core'
import type { Bilingual } from '@kolibra/core/briefs'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { AskedText } from './AskedText.tsx'
import { BriefLanguages } from './brief-languages.ts'

interface BilingualFieldProps {
  readonly label: string
  readonly value: Bilingual
  readonly onChange: (value: Bilingual) => void
  /** True for what creators are asked to say: its Chinese side is checked as it is typed. */
  readonly isAsked?: boolean
}

const OWN_NAMES = { de: 'Deutsch', fr: 'Français' } as const

/** One sentence in its languages, side by side, so that a gap shows. */
export function BilingualField({ label, value, onChange, isAsked = false }: BilingualFieldProps) {
  const { t } = useTranslation()
  const languages = use(BriefLanguages)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing={4}>
      {isAsked ? (
        <AskedText label={`${label} · 中文`} value={value.zh} onChange={(zh) => onChange({ ...value, zh })} />
      ) : (
        <Textarea
          label={`${label} · 中文`}
          lang="zh-CN"
          autosize
          minRows={2}
          value={value.zh}
          onChange={(event) => onChange({ ...value, zh: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={`${label} · English`}
        lang="en"
        autosize
        minRows={2}
        value={value.en}
        onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
        placeholder={value.zh === '' ? '' : t('brief.otherSide')}
      />
      {languages.map((language) => (
        <Textarea
          key={language}
          label={`${label} · ${OWN_NAMES[language]}`}
          lang={language}
          autosize
          minRows={2}
          value={value[language] ?? ''}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  )
}
