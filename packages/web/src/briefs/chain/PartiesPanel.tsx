import { Badge, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { GrantForm } from './GrantForm.tsx'
import { useChangeParties, useParties, type Party, type PartyPerson } from './use-parties.ts'

// As in core, without its schemas in the bundle; creators are parties by being chosen.
const COMPANY_ROLES = ['brand', 'agency', 'mcn'] as const

function Person({ campaignId, person }: { campaignId: string; person: PartyPerson }) {
  const { t } = useTranslation()
  const change = useChangeParties(campaignId)
  const isOutside = person.userId === null
  const name = person.name ?? t('parties.erased')
  return (
    <div className="party-person">
      <Group gap="xs">
        <Text size="sm" {...(person.withdrawnAt === null ? {} : { td: 'line-through', c: 'dimmed' })}>
          {name}
        </Text>
        {person.duties.map((duty) => (
          <Badge key={duty} variant="light" size="sm">
            {t(`duty.${duty}`)}
          </Badge>
        ))}
        <Text size="xs" c="dimmed">
          {isOutside ? t('parties.outside') : t('parties.ofDesk')} · {t('parties.since', { at: formatMoment(person.grantedAt) })}
          {person.withdrawnAt !== null && ` · ${t('parties.until', { at: formatMoment(person.withdrawnAt) })}`}
          {person.knows !== null && person.knows !== '' && ` · ${person.knows}`}
        </Text>
        {person.withdrawnAt === null && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('parties.withdrawName', { name })}
            loading={change.isPending}
            onClick={() => change.mutate({ kind: 'withdraw', memberId: person.id, isErased: false })}
          >
            {t('parties.withdraw')}
          </Button>
        )}
        {isOutside && person.name !== null && (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={t('parties.eraseName', { name })}
            loading={change.isPending}
            onClick={() => change.mutate({ kind: 'withdraw', memberId: person.id, isErased: true })}
          >
            {t('parties.erase')}
          </Button>
        )}
      </Group>
      {change.error && <ProblemNotice error={change.error} />}
    </div>
  )
}

function PartyBlock({ campaignId, party, desk }: { campaignId: string; party: Party; desk: readonly { userId: string; name: string }[] }) {
  const { t } = useTranslation()
  const [isGranting, setGranting] = useState(false)
  const change = useChangeParties(campaignId)
  return (
    <div className="party-block" data-testid="party">
      <Group gap="xs">
        <Text fw={600} size="sm">
          {party.name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`partyRole.${party.role}`)}
        </Text>
        <Button variant="default" size="compact-xs" onClick={() => setGranting(!isGranting)}>
          {t('parties.grant')}
        </Button>
        {party.members.length === 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('parties.removeName', { name: party.name })}
            onClick={() => change.mutate({ kind: 'remove', partyId: party.id })}
          >
            {t('parties.remove')}
          </Button>
        )}
      </Group>
      {party.members.map((person) => (
        <Person key={person.id} campaignId={campaignId} person={person} />
      ))}
      {isGranting && <GrantForm {...{ campaignId, party, desk }} onDone={() => setGranting(false)} />}
      {change.error && <ProblemNotice error={change.error} />}
    </div>
  )
}

function AddParty({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const [role, setRole] = useState<string>('agency')
  const [name, setName] = useState('')
  const change = useChangeParties(campaignId)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ kind: 'add', role, name: name.trim() }, { onSuccess: () => setName('') })
      }}
    >
      <Group align="end" gap="sm">
        <NativeSelect
          label={t('parties.role')}
          value={role}
          data={COMPANY_ROLES.map((each) => ({ value: each, label: t(`partyRole.${each}`) }))}
          onChange={({ currentTarget }) => setRole(currentTarget.value)}
        />
        <TextInput label={t('parties.name')} required value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <Button type="submit" variant="default" loading={change.isPending} disabled={name.trim() === ''}>
          {t('parties.add')}
        </Button>
      </Group>
      {change.error && <ProblemNotice error={change.error} />}
    </form>
  )
}

/** Who takes part in a campaign beside the creators, and who may act and review for each. */
export function PartiesPanel({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const parties = useParties(campaignId)
  if (parties.isPending) return <Loading />
  if (parties.error) return <ProblemNotice error={parties.error} onRetry={() => void parties.refetch()} />
  const companies = parties.data.items.filter(({ role }) => role !== 'creator')
  const names = companies.map(({ name }) => name).join(t('ui.comma'))
  return (
    <details data-testid="parties">
      <summary>
        {t('parties.title')}
        {names !== '' && ` · ${names}`}
      </summary>
      <Stack gap="sm" mt="xs">
        <Text size="sm" c="dimmed">
          {t('parties.why')}
        </Text>
        {companies.map((party) => (
          <PartyBlock key={party.id} campaignId={campaignId} party={party} desk={parties.data.desk} />
        ))}
        <AddParty campaignId={campaignId} />
      </Stack>
    </details>
  )
}
