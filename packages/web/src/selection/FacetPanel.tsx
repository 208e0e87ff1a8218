import type { ProvinceShare } from '@kolibra/core/selection'
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { rangeOf, setRange, SHARE_LIST, toggleWord, trimBins, wordsOf, type Facet, type FieldName, type Filter } from './facet-filters.ts'
import { formatShare } from '../ui/format-number.ts'
import { formatLimit, parseLimit, UNIT_OF } from './field-format.ts'
import { useNameWord } from './use-word-names.ts'

/** Words shown before "show all". */
const FOLDED = 8

interface FacetProps {
  readonly facet: Facet
  readonly filters: readonly Filter[]
  readonly provinceShare: ProvinceShare
  readonly onChange: (filters: Filter[]) => void
  readonly onShare: (share: number) => void
}

/** Every field one can search by, with how many creators each value would leave. */
export function FacetPanel({ facets, ...rest }: { facets: readonly Facet[] } & Omit<FacetProps, 'facet'>) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('find.fields')} data-testid="facets">
      {facets.map((facet) => (
        <FoldedFacet key={facet.field} facet={facet} {...rest} />
      ))}
    </section>
  )
}

/** What is folded away is not drawn: two dozen fields stand here, and most people open three. */
function FoldedFacet(props: FacetProps) {
  const names = useNames()
  const { field } = props.facet
  const [isOpen, setOpen] = useState(OPEN.has(field) || props.filters.some((filter) => filter.field === field))
  return (
    <details className="facet" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{names('field', field)}</summary>
      {isOpen && field === 'audienceProvinces' && <ShareSelect {...props} />}
      {isOpen && (UNIT_OF[field] === undefined ? <WordFacet {...props} /> : <NumberFacet {...props} />)}
    </details>
  )
}
const OPEN: ReadonlySet<FieldName> = new Set(['platform', 'type', 'categories', 'followers'])

/** From which share of the audience on a province counts, in the condition and in the counts below. */
function ShareSelect({ provinceShare, onShare }: FacetProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      mb={6}
      label={t('find.provinceShare')}
      data={SHARE_LIST.map((share) => ({ value: String(share), label: t('find.shareFrom', { share: formatShare(share) }) }))}
      value={String(provinceShare)}
      onChange={(event) => onShare(Number(event.currentTarget.value))}
    />
  )
}

function WordFacet({ facet: { field, words, unknown }, filters, onChange }: FacetProps) {
  const { t } = useTranslation()
  const nameWord = useNameWord()
  const [isWhole, setWhole] = useState(false)
  const chosen = wordsOf(filters, field)
  const gone = chosen.filter((word) => word !== null && !words.some((known) => known.word === word))
  const rows = [
    ...words.map(({ word, count }) => ({ word, count, name: nameWord(field, word) })),
    ...gone.flatMap((word) => (word === null ? [] : [{ word, count: 0, name: nameWord(field, word) }])),
    ...(unknown > 0 || chosen.includes(null) ? [{ word: null, count: unknown, name: t('ui.notKnown') }] : []),
  ]
  const shown = isWhole ? rows : rows.filter(({ word }, place) => place < FOLDED || word === null || chosen.includes(word))
  if (rows.length === 0) return <Text size="sm">{t('find.nothing')}</Text>
  return (
    <Stack gap={2}>
      {shown.map(({ word, count, name }) => (
        <Group key={word ?? ''} justify="space-between" wrap="nowrap" gap="xs">
          <Checkbox
            size="xs"
            label={name}
            fs={word === null ? 'italic' : undefined}
            checked={chosen.includes(word)}
            onChange={() => onChange(toggleWord(filters, field, word))}
          />
          <span className="facet-count">{count.toLocaleString('en-US')}</span>
        </Group>
      ))}
      {shown.length < rows.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('find.showAll', { n: rows.length })}
        </Button>
      )}
    </Stack>
  )
}

function NumberFacet({ facet: { field, bins, unknown }, filters, onChange }: FacetProps) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const unit = UNIT_OF[field] ?? 'count'
  const range = rangeOf(filters, field)
  const [from, below] = [range?.from ?? null, range?.below ?? null]
  const write = (value: number | null) => (value === null ? '…' : formatLimit(unit, value, language))
  const used = trimBins(bins)
  const top = Math.max(1, ...used.map(({ count }) => count))
  const change = (next: { from?: number | null; below?: number | null; unknown?: boolean }) =>
    onChange(setRange(filters, { field, from, below, unknown: range?.unknown ?? false, ...next }))
  return (
    <Stack gap={6}>
      <div className="facet-bins">
        {used.map((bin) => (
          <button
            key={bin.from ?? ''}
            type="button"
            className="facet-bin"
            style={{ blockSize: `${4 + (36 * bin.count) / top}px` }}
            title={`${write(bin.from)} – ${write(bin.below)}: ${bin.count.toLocaleString('en-US')}`}
            aria-label={t('find.bin', { from: write(bin.from), below: write(bin.below), n: bin.count.toLocaleString('en-US') })}
            aria-pressed={range !== null && bin.from === from && bin.below === below}
            onClick={() => change({ from: bin.from, below: bin.below })}
          />
        ))}
      </div>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <LimitField
          key={`from ${from}`}
          label={t('find.from')}
          value={from === null ? '' : write(from)}
          onLimit={(text) => change({ from: parseLimit(unit, text) })}
        />
        <LimitField
          key={`below ${below}`}
          label={t('find.below')}
          value={below === null ? '' : write(below)}
          onLimit={(text) => change({ below: parseLimit(unit, text) })}
        />
      </Group>
      {(unknown > 0 || range?.unknown) && (
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Checkbox
            size="xs"
            label={t('ui.notKnown')}
            checked={range?.unknown ?? false}
            onChange={(event) => change({ unknown: event.currentTarget.checked })}
          />
          <span className="facet-count">{unknown.toLocaleString('en-US')}</span>
        </Group>
      )}
    </Stack>
  )
}

/** A limit that counts when one leaves the field or presses Enter. */
function LimitField({ label, value, onLimit }: { label: string; value: string; onLimit: (text: string) => void }) {
  const [typed, setTyped] = useState(value)
  const settle = () => typed !== value && onLimit(typed)
  return (
    <TextInput
      size="xs"
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  )
}
