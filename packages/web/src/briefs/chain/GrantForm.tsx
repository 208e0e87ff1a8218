import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { Duty } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../../ui/FormActions.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useChangeParties, type Party } from './use-parties.ts'

const DUTY_LIST: readonly Duty[] = ['local_reviewer', 'author']
const OUTSIDE = ''

interface GrantFormProps {
  readonly campaignId: string
  readonly party: Party
  readonly desk: readonly { readonly userId: string; readonly name: string }[]
  readonly onDone: () => void
}

/** Lets a member of the desk or a named person outside act for a party. */
export function GrantForm({ campaignId, party, desk, onDone }: GrantFormProps) {
  const { t } = useTranslation()
  const [userId, setUserId] = useState(OUTSIDE)
  const [name, setName] = useState('')
  const [knows, setKnows] = useState('')
  const [duties, setDuties] = useState<readonly Duty[]>(party.role === 'agency' ? ['local_reviewer'] : [])
  const change = useChangeParties(campaignId)
  const isOutside = userId === OUTSIDE
  const member = { userId: isOutside ? null : userId, personName: isOutside ? name.trim() : null, knows: knows.trim() || null, duties }
  const toggle = (duty: Duty) => setDuties(duties.includes(duty) ? duties.filter((one) => one !== duty) : [...duties, duty])
  return (
    <form
      aria-label={t('parties.grant')}
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ kind: 'grant', partyId: party.id, member }, { onSuccess: onDone })
      }}
    >
      <Stack gap="sm" mt="xs">
        <Group align="end" gap="sm">
          <NativeSelect
            label={t('parties.who')}
            value={userId}
            data={[{ value: OUTSIDE, label: t('parties.outside') }, ...desk.map((one) => ({ value: one.userId, label: one.name }))]}
            onChange={({ currentTarget }) => setUserId(currentTarget.value)}
          />
          {isOutside && (
            <TextInput
              label={t('parties.personName')}
              required
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
          <TextInput
            label={t('parties.knows')}
            placeholder={t('parties.knowsExample')}
            value={knows}
            onChange={({ currentTarget }) => setKnows(currentTarget.value)}
          />
        </Group>
        <Group gap="md">
          {DUTY_LIST.map((duty) => (
            <Checkbox key={duty} label={t(`duty.${duty}`)} checked={duties.includes(duty)} onChange={() => toggle(duty)} />
          ))}
        </Group>
        {change.error && <ProblemNotice error={change.error} />}
        <FormActions
          submit={t('parties.confirm')}
          isBusy={change.isPending}
          isDisabled={isOutside && name.trim() === ''}
          onCancel={onDone}
        />
      </Stack>
    </form>
  )
}
