import { Button, Checkbox, Group, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setOwn, type OwnWork } from './own-work.ts'
import { useShortlists } from './use-shortlists.ts'

interface OwnWorkProps {
  readonly own: OwnWork
  readonly onChange: (own: OwnWork) => void
}

/** Conditions on our own work: past work, brands, free days, conflicts, lists. They are asked of the database, so they have no counts. */
export function OwnWorkPanel({ own, onChange }: OwnWorkProps) {
  const { t } = useTranslation()
  const lists = useShortlists()
  return (
    <details className="facet" open={Object.keys(own).length > 0} data-testid="own-work">
      <summary>{t('find.ownWork')}</summary>
      <Stack gap="sm">
        <Select
          size="xs"
          label={t('find.pastWork')}
          clearable
          data={[
            { value: 'worked', label: t('find.worked') },
            { value: 'never', label: t('find.never') },
          ]}
          value={own.pastWork ?? null}
          onChange={(value) => onChange(setOwn(own, { pastWork: value === 'worked' || value === 'never' ? value : undefined }))}
        />
        <Brands own={own} onChange={onChange} />
        <FreeDays key={`free ${own.freeOn?.from} ${own.freeOn?.to}`} own={own} onChange={onChange} />
        <Clear key={`clear ${JSON.stringify(own.clearOf)}`} own={own} onChange={onChange} />
        <Select
          size="xs"
          label={t('find.onList')}
          clearable
          data={(lists.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={own.shortlist ?? null}
          onChange={(value) => onChange(setOwn(own, { shortlist: value ?? undefined }))}
        />
      </Stack>
    </details>
  )
}

function Brands({ own, onChange }: OwnWorkProps) {
  const { t } = useTranslation()
  const brands = own.brands ?? []
  const named = brands.flatMap((brand) => brand ?? [])
  const change = (words: readonly string[], unknown: boolean) => onChange(setOwn(own, { brands: unknown ? [...words, null] : words }))
  return (
    <Stack gap={4}>
      <TagsInput size="xs" label={t('find.brands')} value={named} onChange={(words) => change(words, brands.includes(null))} />
      <Checkbox
        size="xs"
        label={t('find.noBrandKnown')}
        checked={brands.includes(null)}
        onChange={(event) => change(named, event.currentTarget.checked)}
      />
    </Stack>
  )
}

/** A pair of days; complete once both are given in order. */
function DayFields({ from, to, onDays }: { from: string; to: string; onDays: (from: string, to: string) => void }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" grow wrap="nowrap">
      <TextInput size="xs" type="date" label={t('find.dayFrom')} value={from} onChange={(event) => onDays(event.currentTarget.value, to)} />
      <TextInput size="xs" type="date" label={t('find.dayTo')} value={to} onChange={(event) => onDays(from, event.currentTarget.value)} />
    </Group>
  )
}

function FreeDays({ own, onChange }: OwnWorkProps) {
  const { t } = useTranslation()
  const [days, setDays] = useState({ from: own.freeOn?.from ?? '', to: own.freeOn?.to ?? '' })
  const ask = (unknown: boolean) => onChange(setOwn(own, { freeOn: { ...days, unknown } }))
  return (
    <fieldset className="asked">
      <legend>{t('find.freeOn')}</legend>
      <DayFields {...days} onDays={(from, to) => setDays({ from, to })} />
      {own.freeOn && (
        <Checkbox
          size="xs"
          label={t('find.dayUnknown')}
          checked={own.freeOn.unknown}
          onChange={(event) => ask(event.currentTarget.checked)}
        />
      )}
      <Asked
        isSet={own.freeOn !== undefined}
        canAsk={isSpan(days)}
        onAsk={() => ask(own.freeOn?.unknown ?? true)}
        onDrop={() => onChange(setOwn(own, { freeOn: undefined }))}
      />
    </fieldset>
  )
}

const isSpan = ({ from, to }: { from: string; to: string }) => from !== '' && to !== '' && from <= to

function Clear({ own, onChange }: OwnWorkProps) {
  const { t } = useTranslation()
  const held = own.clearOf
  const [asked, setAsked] = useState({
    brand: held?.brand ?? '',
    competitors: [...(held?.competitors ?? [])],
    from: held?.from ?? '',
    to: held?.to ?? '',
  })
  const ask = (unknown: boolean) => onChange(setOwn(own, { clearOf: { ...asked, unknown } }))
  return (
    <fieldset className="asked">
      <legend>{t('find.clearOf')}</legend>
      <TextInput
        size="xs"
        label={t('find.brand')}
        value={asked.brand}
        onChange={(event) => setAsked({ ...asked, brand: event.currentTarget.value })}
      />
      <TagsInput
        size="xs"
        label={t('find.competitors')}
        value={asked.competitors}
        onChange={(competitors) => setAsked({ ...asked, competitors })}
      />
      <DayFields from={asked.from} to={asked.to} onDays={(from, to) => setAsked({ ...asked, from, to })} />
      {held && (
        <Checkbox size="xs" label={t('find.workUnknown')} checked={held.unknown} onChange={(event) => ask(event.currentTarget.checked)} />
      )}
      <Asked
        isSet={held !== undefined}
        canAsk={isSpan(asked) && asked.brand.trim() !== ''}
        onAsk={() => ask(held?.unknown ?? true)}
        onDrop={() => onChange(setOwn(own, { clearOf: undefined }))}
      />
    </fieldset>
  )
}

function Asked({ isSet, canAsk, onAsk, onDrop }: { isSet: boolean; canAsk: boolean; onAsk: () => void; onDrop: () => void }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" mt={6}>
      <Button size="compact-sm" variant="default" disabled={!canAsk} onClick={onAsk}>
        {t('find.apply')}
      </Button>
      {isSet && (
        <Button size="compact-sm" variant="subtle" onClick={onDrop}>
          {t('find.drop')}
        </Button>
      )}
    </Group>
  )
}
