import { NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import type { Incident } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BLANK_INCIDENT, incidentOf, INCIDENT_KIND_LIST } from './dossier-forms.ts'
import { EntryRow } from './EntryRow.tsx'
import { FormFrame } from './FormFrame.tsx'
import { useAddEntry } from './use-dossier.ts'

function IncidentForm({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const add = useAddEntry(creatorId, 'incidents')
  const [form, setForm] = useState(BLANK_INCIDENT)
  const entry = incidentOf(form)
  const field = (key: 'on' | 'until' | 'what' | 'source' | 'url') => ({
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })
  return (
    <FormFrame open={t('dossier.addIncident')} save={add} entry={entry} onKept={() => setForm(BLANK_INCIDENT)}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <NativeSelect
          label={t('dossier.kind')}
          value={form.kind}
          onChange={(event) => setForm({ ...form, kind: INCIDENT_KIND_LIST.find((key) => key === event.currentTarget.value) ?? form.kind })}
          data={INCIDENT_KIND_LIST.map((value) => ({ value, label: t(`dossier.incidentKind.${value}`) }))}
        />
        <TextInput label={t('dossier.on')} type="date" required {...field('on')} />
        <TextInput label={t('dossier.until')} type="date" {...field('until')} />
      </SimpleGrid>
      <Textarea label={t('dossier.what')} required autosize minRows={2} {...field('what')} />
      <TextInput label={t('dossier.sourceLabel')} required {...field('source')} />
      <TextInput label={t('dossier.url')} type="url" placeholder="https://" {...field('url')} />
    </FormFrame>
  )
}

/** Penalties, scandals and bans, each with its source. */
export function IncidentsPart({ creatorId, incidents }: { creatorId: string; incidents: readonly Incident[] }) {
  const { t } = useTranslation()
  return (
    <>
      {incidents.length === 0 && <Text size="sm">{t('dossier.incidentsNone')}</Text>}
      <ul className="notes">
        {incidents.map((entry) => (
          <EntryRow key={entry.id} creatorId={creatorId} list="incidents" entry={entry} what={entry.what}>
            <Text size="sm">
              <span className="chip outcome-block">⊘ {t(`dossier.incidentKind.${entry.kind}`)}</span> {entry.on}
              {entry.until !== null && ` – ${entry.until}`}
            </Text>
            <Text size="sm" data-raw>
              {entry.what}
            </Text>
            <Text size="sm" c="dimmed" data-raw>
              {entry.source}{' '}
              {entry.url !== null && (
                <a href={entry.url} target="_blank" rel="noreferrer noopener">
                  {entry.url}
                </a>
              )}
            </Text>
          </EntryRow>
        ))}
      </ul>
      <IncidentForm creatorId={creatorId} />
    </>
  )
}
