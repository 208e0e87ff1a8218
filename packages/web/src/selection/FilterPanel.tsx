import { Button, Drawer, Stack, Text } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { countConditions, type CreatorsView, type ViewChange } from './creators-view.ts'
import { readShare, USUAL_SHARE } from './facet-filters.ts'
import { FacetPanel } from './FacetPanel.tsx'
import { OwnWorkPanel } from './OwnWorkPanel.tsx'
import type { FoundPage } from './use-creator-search.ts'

interface FilterPanelProps {
  readonly view: CreatorsView
  readonly first: FoundPage | undefined
  readonly total: number
  readonly onChange: ViewChange
}

function Conditions({ view, first, onChange }: Omit<FilterPanelProps, 'total'>) {
  const { t } = useTranslation()
  return (
    <Stack gap={0}>
      <OwnWorkPanel own={view.own ?? {}} onChange={(own) => onChange({ own })} />
      {first?.from === 'database' ? (
        <Text size="sm">{t('find.counting')}</Text>
      ) : (
        <FacetPanel
          facets={first?.facets ?? []}
          filters={view.filters ?? []}
          provinceShare={view.provinceShare ?? USUAL_SHARE}
          onChange={(filters) => onChange({ filters })}
          onShare={(share) => onChange({ provinceShare: readShare(share) ?? undefined })}
        />
      )}
    </Stack>
  )
}

/** What narrows the table: beside it on a desk, in a drawer on a phone. Every choice counts at once, so closing the drawer keeps it. */
export function FilterPanel({ total, ...rest }: FilterPanelProps) {
  const { t } = useTranslation()
  const isWide = useMediaQuery('(min-width: 761px)', true, { getInitialValueInEffect: false })
  const [isOpen, { open, close }] = useDisclosure(false)
  if (isWide) return <Conditions {...rest} />
  const n = countConditions(rest.view)
  return (
    <>
      <Button variant="default" onClick={open} aria-haspopup="dialog" fullWidth>
        {n === 0 ? t('find.open') : t('find.openActive', { n })}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="bottom"
        size="90%"
        title={t('find.fields')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Conditions {...rest} />
        <div className="drawer-foot">
          <Button fullWidth onClick={close}>
            {t('find.closeFilters', { n: total.toLocaleString('en-US') })}
          </Button>
        </div>
      </Drawer>
    </>
  )
}
