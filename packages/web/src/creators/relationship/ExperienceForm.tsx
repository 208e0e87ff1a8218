import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { EXPERIENCE_SIDES, isPraise, SEVERITIES } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { FormFrame } from '../dossier/FormFrame.tsx'
import { blankExperience, experienceOf, listKinds, withSide } from './experience-form.ts'
import { useAddExperience } from './use-relationship.ts'

interface Props {
  readonly creatorId: string
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
}

/** Records praise or an incident, about the creator or about oneself. */
export function ExperienceForm({ creatorId, campaigns }: Props) {
  const { t } = useTranslation()
  const add = useAddExperience(creatorId)
  const [form, setForm] = useState(() => blankExperience(shanghaiDayAfter(Date.now(), 0)))
  const kinds = listKinds(form.side)
  const text = (key: 'on' | 'words' | 'evidence') => ({
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })
  return (
    <FormFrame
      open={t('relation.add')}
      save={add}
      entry={experienceOf(form)}
      onKept={() => setForm(blankExperience(shanghaiDayAfter(Date.now(), 0)))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t('relation.about')}
          value={form.side}
          onChange={({ currentTarget }) =>
            setForm(withSide(form, EXPERIENCE_SIDES.find((side) => side === currentTarget.value) ?? form.side))
          }
          data={EXPERIENCE_SIDES.map((value) => ({ value, label: t(`relation.side.${value}`) }))}
        />
        <NativeSelect
          label={t('relation.what')}
          value={form.kind}
          onChange={({ currentTarget }) => setForm({ ...form, kind: kinds.find((kind) => kind === currentTarget.value) ?? form.kind })}
          data={kinds.map((value) => ({ value, label: t(`relation.kind.${value}`) }))}
        />
        {!isPraise(form) && (
          <NativeSelect
            label={t('relation.severityTitle')}
            value={form.severity}
            onChange={({ currentTarget }) =>
              setForm({ ...form, severity: SEVERITIES.find((one) => one === currentTarget.value) ?? form.severity })
            }
            data={SEVERITIES.map((value) => ({ value, label: t(`relation.severity.${value}`) }))}
          />
        )}
        <TextInput label={t('dossier.on')} type="date" required {...text('on')} />
        <NativeSelect
          label={t('work.campaign')}
          value={form.campaignId}
          onChange={({ currentTarget }) => setForm({ ...form, campaignId: currentTarget.value })}
          data={[{ value: '', label: t('relation.noCampaign') }, ...campaigns.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </SimpleGrid>
      <Textarea label={t('relation.words')} required autosize minRows={2} maxLength={2000} {...text('words')} />
      <TextInput label={t('relation.evidence')} maxLength={1000} {...text('evidence')} />
    </FormFrame>
  )
}
