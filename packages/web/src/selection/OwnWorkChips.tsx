import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setOwn, type OwnWork } from './own-work.ts'
import { useShortlists } from './use-shortlists.ts'

interface OwnWorkChipsProps {
  readonly own: OwnWork
  /** Draws one condition; without it the others are `rest`. */
  readonly chip: (text: string, rest: OwnWork) => ReactNode
}

/** The conditions on our own work, each with its cross. */
export function OwnWorkChips({ own, chip }: OwnWorkChipsProps) {
  const { t } = useTranslation()
  const lists = useShortlists()
  const { pastWork, brands, freeOn, clearOf, shortlist } = own
  const listName = lists.data?.items.find(({ id }) => id === shortlist)?.name ?? t('find.list')
  return (
    <>
      {pastWork && chip(t(pastWork === 'worked' ? 'find.worked' : 'find.never'), setOwn(own, { pastWork: undefined }))}
      {brands &&
        chip(
          t('ui.labelled', { label: t('find.brands'), text: brands.map((brand) => brand ?? t('ui.notKnown')).join(' / ') }),
          setOwn(own, { brands: undefined }),
        )}
      {freeOn && chip(t('find.freeBetween', { from: freeOn.from, to: freeOn.to }), setOwn(own, { freeOn: undefined }))}
      {clearOf &&
        chip(t('find.clearBetween', { brand: clearOf.brand, from: clearOf.from, to: clearOf.to }), setOwn(own, { clearOf: undefined }))}
      {shortlist && chip(t('find.onNamedList', { name: listName }), setOwn(own, { shortlist: undefined }))}
    </>
  )
}
