import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import type { ToneTarget } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../ui/FormActions.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { formOfTone, isRangeWrong, TONE_ADDRESSES, TONE_RANGES, toneOf, type ToneForm } from './tone-form.ts'
import { useSaveCampaign, type CampaignRecord } from './use-campaigns.ts'

function RangeFields({ name, form, onChange }: { name: (typeof TONE_RANGES)[number]; form: ToneForm; onChange: (form: ToneForm) => void }) {
  const { t } = useTranslation()
  const range = form[name]
  const end = (key: 'least' | 'most') => ({
    label: t(`tone.${key}`, { name: t(`tone.${name}`) }),
    value: range[key],
    inputMode: 'decimal' as const,
    error: key === 'most' && isRangeWrong(range) && t('tone.wrong'),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...form, [name]: { ...range, [key]: event.currentTarget.value } }),
  })
  return (
    <Group grow align="flex-start" gap="sm">
      <TextInput {...end('least')} />
      <TextInput {...end('most')} />
    </Group>
  )
}

function EditTone({ record, onClose }: { record: CampaignRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const { campaign, version, id } = record
  const [form, setForm] = useState(() => formOfTone(campaign.wishedTone ?? null))
  const save = useSaveCampaign(id)
  const wishedTone = toneOf(form)
  return (
    <Modal opened onClose={onClose} title={t('tone.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wishedTone !== undefined) save.mutate({ version, campaign: { ...campaign, wishedTone } }, { onSuccess: onClose })
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('tone.intro')}</Text>
          {TONE_RANGES.map((name) => (
            <RangeFields key={name} name={name} form={form} onChange={setForm} />
          ))}
          <NativeSelect
            label={t('tone.address')}
            value={form.address}
            onChange={(event) =>
              setForm({ ...form, address: TONE_ADDRESSES.find((address) => address === event.currentTarget.value) ?? '' })
            }
            data={[{ value: '', label: t('tone.any') }, ...TONE_ADDRESSES.map((value) => ({ value, label: t(`tone.addresses.${value}`) }))]}
          />
          {save.error && <ProblemNotice error={save.error} />}
          <FormActions submit={t('tone.save')} isBusy={save.isPending} isDisabled={wishedTone === undefined} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function useToneText(): (tone: ToneTarget) => string {
  const { t } = useTranslation()
  return (tone) =>
    [
      ...TONE_RANGES.flatMap((name) => {
        const range = tone[name]
        return range === undefined ? [] : [`${t(`tone.${name}`)} ${range[0]}–${range[1]}`]
      }),
      ...(tone.address === undefined ? [] : [`${t('tone.address')} ${t(`tone.addresses.${tone.address}`)}`]),
    ].join(' · ')
}

/** How the brand wishes creators to write; the page of a creator holds the posts against it. */
export function WishedTone({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const tell = useToneText()
  const [isEditing, setEditing] = useState(false)
  const { wishedTone } = record.campaign
  return (
    <Group justify="space-between" align="flex-start" data-testid="wished-tone">
      <Text size="sm">
        <b>{t('tone.title')}</b> {wishedTone ? tell(wishedTone) : t('tone.none')}
      </Text>
      <Button variant="default" size="xs" onClick={() => setEditing(true)}>
        {t('tone.edit')}
      </Button>
      {isEditing && <EditTone record={record} onClose={() => setEditing(false)} />}
    </Group>
  )
}
