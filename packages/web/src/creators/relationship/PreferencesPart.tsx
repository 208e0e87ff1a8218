import { Text, Textarea } from '@mantine/core'
import type { Preferences, PreferencesInput } from '@kolibra/core/creators'
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
  // On the revision it was begun on, so that what a colleague wrote meanwhile is not written over.
  const [typed, setTyped] = useState<PreferencesInput | null>(null)
  const form = typed ?? { revision, tone, products, refuses }
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
      <FormFrame open={t('relation.notePreferences')} save={save} entry={form} onKept={() => setTyped(null)}>
        {FIELDS.map((field) => (
          <Textarea
            key={field}
            label={t(`relation.${field}`)}
            autosize
            maxLength={2000}
            value={form[field]}
            onChange={(event) => setTyped({ ...form, [field]: event.currentTarget.value })}
          />
        ))}
      </FormFrame>
    </>
  )
}
