import { Stack, Tabs, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DueTab } from './DueTab.tsx'
import { ImpactsTab } from './ImpactsTab.tsx'
import { OwnRulesTab } from './OwnRulesTab.tsx'
import { RuleList } from './RuleList.tsx'
import { asRulesTab, RULES_TABS } from './rules-view.ts'
import { TimelineTab } from './TimelineTab.tsx'
import { useWaitingImpacts } from './use-impacts.ts'

const route = getRouteApi('/rules')
const PANELS = { list: RuleList, timeline: TimelineTab, due: DueTab, own: OwnRulesTab, impacts: ImpactsTab } as const

/** The rulebook and everything that keeps it true: rules, their changes, sources to look at, own rules, and what changes touched. */
export function RulesPage() {
  const { t } = useTranslation()
  const { tab = 'list' } = route.useSearch()
  const navigate = route.useNavigate()
  const unseen = useWaitingImpacts()
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('rules.title')}
        </Title>
        <Text c="dimmed">{t('rules.intro')}</Text>
      </div>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => void navigate({ search: asRulesTab(next) === 'list' ? {} : { tab: asRulesTab(next) }, replace: true })}
      >
        <Tabs.List mb="md" className="rules-tabs" aria-label={t('rules.title')}>
          {RULES_TABS.map((each) => (
            <Tabs.Tab
              key={each}
              value={each}
              rightSection={each === 'impacts' && unseen > 0 ? <span className="chip">{unseen}</span> : null}
            >
              {t(`rulebook.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {RULES_TABS.map((each) => {
          const Panel = PANELS[each]
          return (
            <Tabs.Panel key={each} value={each}>
              <Panel />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </Stack>
  )
}
