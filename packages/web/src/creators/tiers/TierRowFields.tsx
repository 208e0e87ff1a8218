import { Button, NativeSelect, Table, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import type { TierDraft, TierFault } from './tier-form.ts'

interface RowProps {
  readonly draft: TierDraft
  readonly fault: TierFault | null
  readonly onChange: (next: TierDraft) => void
  /** Given where nothing is shipped for the platform: a row taken out there does not come back. */
  readonly onRemove: (() => void) | null
}

/** One row of the tier table, to be typed into. */
export function TierRowFields({ draft, fault, onChange, onRemove }: RowProps) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const name = `${t(`platform.${draft.platform}`)} · ${t(`tiers.tier.${draft.tier}`)}`
  // A sentence that was typed in one language stands in both until somebody says it in the other.
  const sayIn = (text: string) =>
    draft.source.en === draft.source.zh || read(draft.source) === '' ? { en: text, zh: text } : { ...draft.source, [language]: text }
  return (
    <Table.Tr>
      <Table.Th scope="row" miw={110} style={{ whiteSpace: 'normal' }}>
        {name}
      </Table.Th>
      <Table.Td w={150}>
        <TextInput
          aria-label={t('tiers.fromOf', { name })}
          inputMode="numeric"
          value={draft.fromFollowers}
          error={fault !== null && fault !== 'source' && t(`tiers.fault.${fault}`)}
          onChange={(event) => onChange({ ...draft, fromFollowers: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>{t(`type.${draft.type}`)}</Table.Td>
      <Table.Td miw={240}>
        <TextInput
          aria-label={t('tiers.sourceOf', { name })}
          value={read(draft.source)}
          error={fault === 'source' && t('tiers.fault.source')}
          onChange={(event) => onChange({ ...draft, source: sayIn(event.currentTarget.value) })}
        />
      </Table.Td>
      <Table.Td w={215}>
        <NativeSelect
          aria-label={t('tiers.gradeOf', { name })}
          value={draft.grade}
          onChange={(event) => onChange({ ...draft, grade: event.currentTarget.value === 'R' ? 'R' : 'A' })}
          data={[
            { value: 'R', label: t('tiers.grade.R') },
            { value: 'A', label: t('tiers.grade.A') },
          ]}
        />
      </Table.Td>
      <Table.Td>
        {onRemove && (
          <Button variant="subtle" size="compact-sm" aria-label={t('tiers.removeOf', { name })} onClick={onRemove}>
            {t('tiers.remove')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
