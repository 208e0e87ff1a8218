import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback, useHotkeys, useMediaQuery } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportDialog } from '../imports/ImportDialog.tsx'
import { PasteDialog } from '../imports/PasteDialog.tsx'
import { AppLink, AppLinkButton } from '../ui/AppLink.tsx'
import { arrangeColumns, type Arrangement } from '../ui/arrange-columns.ts'
import { ColumnChooser } from '../ui/ColumnChooser.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { copyRows, GridTable } from '../ui/GridTable.tsx'
import { formatExact } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useRemembered } from '../ui/use-remembered.ts'
import { CreatorDrawer } from '../creators/CreatorDrawer.tsx'
import { ErasedNote } from '../creators/person/ErasedNote.tsx'
import { AddToList } from './AddToList.tsx'
import { CompareDialog, MOST_COMPARED } from './CompareDialog.tsx'
import { isNothingFound, nextSort, SORTABLE, sortOf, type CreatorsView, type ViewChange } from './creators-view.ts'
import { dropField } from './facet-filters.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { FitAgainst } from './FitAgainst.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { fitPhone } from './fit-phone.ts'
import { NothingFound } from './NothingFound.tsx'
import { OwnWorkChips } from './OwnWorkChips.tsx'
import { SavedSearches } from './SavedSearches.tsx'
import { ShortlistDialog } from './ShortlistDialog.tsx'
import { SortSelect } from './SortSelect.tsx'
import { TypeCreatorDialog } from '../creators/TypeCreatorDialog.tsx'
import { nameOfCreator, type CreatorRow } from '../creators/creator-row.ts'
import { useCreatorColumns } from './use-creator-columns.tsx'
import { useCreatorSearch, type FoundPage } from './use-creator-search.ts'
import { setOwn } from './own-work.ts'
import { useFitColumn } from './use-fit-column.tsx'
import { useTellFilter } from './use-tell-filter.ts'

const route = getRouteApi('/creators')
type Dialog = 'import' | 'paste' | 'type' | null

/** The filter as a sentence of controls; `/` goes to the text field. */
function Filter({ view, onChange }: { view: CreatorsView; onChange: ViewChange }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(view.q ?? '')
  const field = useRef<HTMLInputElement>(null)
  const sent = useRef(view.q ?? '')
  const search = useDebouncedCallback((q: string) => {
    sent.current = q
    onChange({ q })
  }, 200)
  // Words that went, or came, by another way than this field: a cross, a cleared or a saved search. Never while somebody types.
  useEffect(() => {
    const now = view.q ?? ''
    if (now === sent.current || document.activeElement === field.current) return
    sent.current = now
    setTyped(now)
  }, [view.q])
  useHotkeys([['/', () => field.current?.focus()]])
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        ref={field}
        label={t('creators.filter')}
        placeholder={t('creators.filterHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
        w={{ base: '100%', xs: 260 }}
      />
      <SortSelect sort={view.sort} onChange={(sort) => onChange({ sort, byFit: undefined })} />
      <FitAgainst view={view} onChange={onChange} />
      <SavedSearches
        view={view}
        onOpen={({ q, filters, own, provinceShare, sort }) => onChange({ q, filters, own, provinceShare, sort })}
      />
    </Group>
  )
}

interface SentenceProps {
  readonly view: CreatorsView
  readonly total: number
  readonly isRebuilding: boolean
  readonly onChange: ViewChange
}

/** What the table shows, as a sentence with a cross on each condition. */
function Sentence({ view, total, isRebuilding, onChange }: SentenceProps) {
  const { t } = useTranslation()
  const tell = useTellFilter(view.provinceShare)
  const filters = view.filters ?? []
  return (
    <div className="sentence" role="status">
      {t('creators.count', { n: total.toLocaleString('en-US') })}
      {isRebuilding && <span>{t('creators.rebuilding')}</span>}
      {filters.map((filter) => (
        <Chip key={filter.field} text={tell(filter)} onDrop={() => onChange({ filters: dropField(filters, filter.field) })} />
      ))}
      <OwnWorkChips own={view.own ?? {}} chip={(text, own) => <Chip key={text} text={text} onDrop={() => onChange({ own })} />} />
      {view.q && <Chip text={t('creators.matching', { q: view.q })} onDrop={() => onChange({ q: undefined })} />}
    </div>
  )
}

function Chip({ text, onDrop }: { text: string; onDrop: () => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="filter-chip" onClick={onDrop} aria-label={t('creators.dropFilter', { text })}>
      {text}
      <span aria-hidden>{'\u00A0×'}</span>
    </button>
  )
}

function AddButtons({ onOpen }: { onOpen: (dialog: Dialog) => void }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs">
      <Button onClick={() => onOpen('import')}>{t('imports.open')}</Button>
      <Button variant="default" onClick={() => onOpen('paste')}>
        {t('imports.paste')}
      </Button>
      <Button variant="default" onClick={() => onOpen('type')}>
        {t('creators.typeIn')}
      </Button>
      <AppLinkButton to="/creators/merges" variant="default">
        {t('person.review')}
      </AppLinkButton>
      <AppLinkButton to="/creators/types" variant="default">
        {t('tiers.open')}
      </AppLinkButton>
      <AppLinkButton to="/creators/fees" variant="default">
        {t('fees.open')}
      </AppLinkButton>
    </Group>
  )
}

/** Whether something is to stand in the address. */
const isHeld = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)

/** The creators of this workspace: every imported account, filterable, with forecast and passports. */
export function CreatorsPage() {
  const { t } = useTranslation()
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const creators = useCreatorSearch(view)
  const [dialog, setDialog] = useState<Dialog>(null)
  const change = useCallback<ViewChange>(
    (next) =>
      void navigate({
        search: (old) => Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => isHeld(value))),
        replace: true,
      }),
    [navigate],
  )
  // What was found is drawn when nothing is being typed.
  const found = useDeferredValue(creators.data)
  const total = found?.pages[0]?.total ?? 0
  const shownView = useDeferredValue(view)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = creators
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const isEmpty = found !== undefined && total === 0 && !view.q && !view.filters && !view.own
  const isRebuilding = found?.pages[0]?.isRebuilding === true
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t('creators.title')}
          </Title>
          <Text c="dimmed">{t('creators.intro')}</Text>
        </div>
        <AddButtons onOpen={setDialog} />
      </Group>
      <ErasedNote />
      <Filter view={view} onChange={change} />
      {creators.isPending && <Loading />}
      {creators.error && <ProblemNotice error={creators.error} onRetry={() => void creators.refetch()} />}
      {isEmpty && isRebuilding && <Loading label={t('creators.rebuilding')} />}
      {isEmpty && !isRebuilding && (
        <EmptyState title={t('creators.emptyTitle')} text={t('creators.emptyText')} example={t('creators.emptyExample')}>
          <AddButtons onOpen={setDialog} />
        </EmptyState>
      )}
      {found && !isEmpty && (
        <div className="finder">
          <StillFilters view={shownView} first={found.pages[0]} total={total} onChange={change} />
          <StillTable view={shownView} pages={found.pages} onMore={more} onChange={change} />
        </div>
      )}
      <CreatorDrawer id={view.open} onClose={() => change({ open: undefined })} />
      <ImportDialog opened={dialog === 'import'} onClose={() => setDialog(null)} />
      <PasteDialog opened={dialog === 'paste'} onClose={() => setDialog(null)} />
      <TypeCreatorDialog opened={dialog === 'type'} onClose={() => setDialog(null)} />
    </Stack>
  )
}

const StillFilters = memo(FilterPanel)
const StillTable = memo(CreatorTable)
const idOfRow = ({ id }: CreatorRow) => id

interface CreatorTableProps {
  readonly view: CreatorsView
  readonly pages: readonly FoundPage[]
  readonly onMore: () => void
  readonly onChange: ViewChange
}

function CreatorTable({ view, pages, onMore, onChange }: CreatorTableProps) {
  const { t } = useTranslation()
  const total = pages[0]?.total ?? 0
  const isRebuilding = pages[0]?.isRebuilding === true
  const found = useMemo(() => pages.flatMap((page) => page.items), [pages])
  const isByFit = view.fit !== undefined && view.byFit === true
  const held = useFitColumn(found, { campaignId: view.fit ?? null, isByFit })
  const { rows } = held
  const top = useMemo(() => Math.max(1, ...rows.map((row) => row.viewsP90 ?? 0)), [rows])
  const [arrangement, setArrangement] = useRemembered<Arrangement>('creator-columns', { order: [], hidden: [] })
  const isPhone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const own = useCreatorColumns(top)
  // Beside the type: what a creator is, and what it is to the campaign.
  const known = useMemo(() => [...own.slice(0, 3), ...held.columns, ...own.slice(3)], [own, held.columns])
  const every = useMemo(() => (isPhone ? fitPhone(known) : known), [isPhone, known])
  const all = useMemo(() => arrangeColumns(every, arrangement), [every, arrangement])
  const columns = useMemo(() => all.filter(({ key }) => !arrangement.hidden.includes(key)), [all, arrangement])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (id: string) => setSelected((old) => new Set(old.has(id) ? [...old].filter((other) => other !== id) : [...old, id])),
    [],
  )
  const open = useCallback((row: CreatorRow) => onChange({ open: row.id }), [onChange])
  const chosen = rows.filter(({ id }) => selected.has(id))
  const [isComparing, setComparing] = useState(false)
  const [isListOpen, setListOpen] = useState(false)
  const copy = () => copyRows({ columns, rows, selected, idOf: idOfRow })
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Sentence view={view} total={total} isRebuilding={isRebuilding} onChange={onChange} />
        <Group gap="xs">
          {selected.size > 0 && (
            <>
              <Text size="sm">{t('creators.selected', { n: selected.size })}</Text>
              <Button size="sm" disabled={chosen.length < 2 || chosen.length > MOST_COMPARED} onClick={() => setComparing(true)}>
                {t('find.compare')}
              </Button>
              <AddToList creatorIds={[...selected]} onDone={() => setSelected(new Set())} />
              <Button variant="default" size="sm" onClick={() => setSelected(new Set())}>
                {t('creators.clearSelection')}
              </Button>
            </>
          )}
          <Button variant="default" size="sm" onClick={copy}>
            {t('creators.copy')}
          </Button>
          {view.own?.shortlist !== undefined && (
            <Button variant="default" size="sm" onClick={() => setListOpen(true)}>
              {t('find.editList')}
            </Button>
          )}
          <AppLinkButton to="/shortlists" variant="default" size="sm">
            {t('shortlist.title')}
          </AppLinkButton>
          <ExportMenu view={view} columns={columns.map(({ key }) => key)} />
          <ColumnChooser columns={all} hidden={arrangement.hidden} onChange={setArrangement} />
        </Group>
      </Group>
      {held.error && <ProblemNotice error={held.error} />}
      {isListOpen && view.own?.shortlist !== undefined && (
        <ShortlistDialog
          id={view.own.shortlist}
          onClose={() => setListOpen(false)}
          onRemoved={() => {
            setListOpen(false)
            onChange({ own: setOwn(view.own ?? {}, { shortlist: undefined }) })
          }}
        >
          <AppLink to="/shortlists/$id" params={{ id: view.own.shortlist }} search={{}} size="sm" underline="always">
            {t('shortlist.openPage')}
          </AppLink>
        </ShortlistDialog>
      )}
      {isComparing && <CompareDialog rows={chosen} columns={all} onClose={() => setComparing(false)} />}
      {isNothingFound(view, { total, isRebuilding }) ? (
        <NothingFound onChange={onChange} />
      ) : (
        <GridTable
          label={t('creators.title')}
          columns={columns}
          rows={rows}
          total={total}
          idOf={idOfRow}
          nameOf={nameOfCreator}
          sort={isByFit ? { column: 'fit', descending: true } : sortOf(view.sort)}
          onSort={(key) => {
            if (key === 'fit') onChange({ byFit: isByFit ? undefined : true })
            const column = SORTABLE.find((name) => name === key)
            if (column) onChange({ sort: nextSort(view.sort, column), byFit: undefined })
          }}
          selected={selected}
          onSelect={toggle}
          onOpen={open}
          onNearEnd={onMore}
        />
      )}
      {isByFit && (
        <Text size="xs" c="dimmed" role="status">
          {t('fit.sortedOf', { n: formatExact(held.held), total: formatExact(total) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('creators.keys')}
      </Text>
    </Stack>
  )
}
