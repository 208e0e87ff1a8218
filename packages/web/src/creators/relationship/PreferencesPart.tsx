import { Text, Textarea } from '@mantine/core'
import type { Preferences } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { FormFrame } from '../dossier/FormFrame.tsx'
import { useNotePreferences } from './use-relationship.ts'

const FIELDS = ['tone', 'products', 'refuses'] as const

/** What working with them should respect: tone, products they would really use, what they refuse. */
export function PreferencesPart({ creatorId, preferences }: { creatorId: string; preferences: Preferences }) {
  const { t } = useTranslation()
  const save = useNotePreferences(creatorId)
  const { revision, tone, products, refuses, notedBy, notedAt } = preferences
  const [form, setForm] = useState({ tone, products, refuses })
  return (
    <>
      {notedAt === null ? (
        <Text size="sm">{t('relation.noPreferences')}</Text>
      ) : (
        <dl className="facts">
          {FIELDS.map((field) => (
            <div key={field} className="facts-row">
              <dt>{t(`relation.${field}`)}</dt>
              <dd data-raw>{preferences[field] === '' ? t('ui.unknown') : preferences[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      {notedAt !== null && (
        <Text size="xs" c="dimmed">
          {t('dossier.enteredBy', { name: notedBy ?? t('dossier.someone'), at: formatMoment(notedAt) ?? '' })}
        </Text>
      )}
      <FormFrame open={t('relation.notePreferences')} save={save} entry={{ revision, ...form }}>
        {FIELDS.map((field) => (
          <Textarea
            key={field}
            label={t(`relation.${field}`)}
            autosize
            maxLength={2000}
            value={form[field]}
            onChange={(event) => setForm({ ...form, [field]: event.currentTarget.value })}
          />
        ))}
      </FormFrame>
    </>
  )
}
