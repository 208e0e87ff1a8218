import { SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BLANK_CLEARANCE, clearanceOf, type ClearanceForm as Form } from './dossier-forms.ts'
import { FormFrame } from './FormFrame.tsx'
import { useAddEntry } from './use-dossier.ts'

/** That the creator was asked and named no other work: the day and where one knows it from. */
export function ClearanceForm({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const add = useAddEntry(creatorId, 'clearances')
  const [form, setForm] = useState(BLANK_CLEARANCE)
  const entry = clearanceOf(form)
  const field = (key: keyof Form) => ({
    value: form[key],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })
  return (
    <FormFrame open={t('dossier.addClearance')} save={add} entry={entry} onKept={() => setForm(BLANK_CLEARANCE)}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('dossier.askedOn')} type="date" {...field('askedOn')} />
        <TextInput label={t('dossier.sourceLabel')} {...field('source')} />
      </SimpleGrid>
    </FormFrame>
  )
}
