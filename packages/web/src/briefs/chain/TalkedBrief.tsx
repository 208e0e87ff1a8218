import { useTranslation } from 'react-i18next'
import { BriefView, type UnderItem } from '../BriefView.tsx'
import type { BriefVersion } from '../use-briefs.ts'
import { ItemThreads } from './ItemThreads.tsx'
import { useBriefChain } from './use-chain.ts'
import { useItemNames } from './use-item-names.ts'
import { useParties } from './use-parties.ts'

interface TalkedBriefProps {
  readonly campaignId: string
  readonly version: BriefVersion
  readonly nameOf: (creatorId: string) => string
}

/** A version to read, with what is asked and suggested under each of its items. */
export function TalkedBrief({ campaignId, version, nameOf }: TalkedBriefProps) {
  const { t } = useTranslation()
  const chain = useBriefChain(campaignId, version.id)
  const parties = useParties(campaignId)
  const itemName = useItemNames(version.brief)
  const partyName = (partyId: string | null) => {
    const party = parties.data?.items.find(({ id }) => id === partyId)
    if (party === undefined) return t('thread.desk')
    return party.name ?? (party.creatorId === null ? '' : nameOf(party.creatorId))
  }
  const under: UnderItem = (itemId, text) => (
    <ItemThreads
      {...{ campaignId, itemId, text, partyName }}
      briefId={version.id}
      name={itemName(itemId)}
      threads={(chain.data?.threads ?? []).filter((thread) => thread.itemId === itemId)}
    />
  )
  return <BriefView brief={version.brief} under={under} />
}
