import { SimpleGrid, Text, TextInput } from '@mantine/core'
import type { Absence } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { absenceOf, BLANK_ABSENCE, type AbsenceForm as Form } from './dossier-forms.ts'
import { EntryRow } from './EntryRow.tsx'
import { FormFrame } from './FormFrame.tsx'
import { useAddEntry } from './use-dossier.ts'

function AbsenceForm({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const add = useAddEntry(creatorId, 'absences')
  const [form, setForm] = useState(BLANK_ABSENCE)
  const entry = absenceOf(form)
  const field = (key: keyof Form) => ({
    value: form[key],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })
  return (
    <FormFrame open={t('dossier.addAbsence')} save={add} entry={entry} onKept={() => setForm(BLANK_ABSENCE)}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('dossier.from')} type="date" {...field('from')} />
        <TextInput label={t('dossier.to')} type="date" {...field('to')} />
      </SimpleGrid>
      <TextInput label={t('dossier.sourceLabel')} {...field('source')} />
    </FormFrame>
  )
}

/** Days on which the creator is not free, beside our own contracts: what the search for free days reads. */
export function AbsencesPart({ creatorId, absences }: { creatorId: string; absences: readonly Absence[] }) {
  const { t } = useTranslation()
  return (
    <>
      {absences.length === 0 && <Text size="sm">{t('dossier.absencesNone')}</Text>}
      <ul className="notes">
        {absences.map((entry) => (
          <EntryRow key={entry.id} creatorId={creatorId} list="absences" entry={entry} what={`${entry.from} – ${entry.to}`}>
            <Text size="sm">
              {entry.from} – {entry.to}
            </Text>
            <Text size="sm" c="dimmed" data-raw>
              {entry.source}
            </Text>
          </EntryRow>
        ))}
      </ul>
      <AbsenceForm creatorId={creatorId} />
    </>
  )
}
