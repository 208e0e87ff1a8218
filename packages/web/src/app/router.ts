import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readCreatorsView } from '../selection/creators-view.ts'
import { readCreatorView } from '../selection/creator-page/creator-view.ts'
import { readRulesView } from '../compliance/rules/rules-view.ts'
import { readSide, type TaskSide } from '../portal/tasks-view.ts'
import { readPrintView } from '../briefs/print/print-view.ts'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound })
const parent = () => rootRoute

const home = createRoute({
  getParentRoute: parent,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/campaigns' })
  },
})
const campaigns = createRoute({
  getParentRoute: parent,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('../campaigns/CampaignsPage.tsx'), 'CampaignsPage'),
})
const campaign = createRoute({
  getParentRoute: parent,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('../gates/CampaignPage.tsx'), 'CampaignPage'),
})
const goal = createRoute({
  getParentRoute: parent,
  path: '/campaigns/$id/goal',
  component: lazyRouteComponent(() => import('../reports/GoalPage.tsx'), 'GoalPage'),
})
const plan = createRoute({
  getParentRoute: parent,
  path: '/campaigns/$id/plan',
  validateSearch: ({ version }: Record<string, unknown>): { version?: string } => (typeof version === 'string' ? { version } : {}),
  component: lazyRouteComponent(() => import('../gates/PlanPage.tsx'), 'PlanPage'),
})
const report = createRoute({
  getParentRoute: parent,
  path: '/campaigns/$id/report',
  component: lazyRouteComponent(() => import('../reports/ReportPage.tsx'), 'ReportPage'),
})
const briefPrint = createRoute({
  getParentRoute: parent,
  path: '/campaigns/$id/brief/print',
  validateSearch: readPrintView,
  component: lazyRouteComponent(() => import('../briefs/print/BriefPrintPage.tsx'), 'BriefPrintPage'),
})
const portal = createRoute({
  getParentRoute: parent,
  path: '/campaigns/$id/portal',
  component: lazyRouteComponent(() => import('../portal/PortalPage.tsx'), 'PortalPage'),
})
const partyNotes = createRoute({
  getParentRoute: parent,
  path: '/campaigns/$id/notes',
  component: lazyRouteComponent(() => import('../portal/PartyNotesPage.tsx'), 'PartyNotesPage'),
})
const creators = createRoute({
  getParentRoute: parent,
  path: '/creators',
  validateSearch: readCreatorsView,
  component: lazyRouteComponent(() => import('../selection/CreatorsPage.tsx'), 'CreatorsPage'),
})
const creator = createRoute({
  getParentRoute: parent,
  path: '/creators/$id',
  validateSearch: readCreatorView,
  component: lazyRouteComponent(() => import('../reports/CreatorPage.tsx'), 'CreatorPage'),
})
const shortlists = createRoute({
  getParentRoute: parent,
  path: '/shortlists',
  component: lazyRouteComponent(() => import('../selection/shortlist/ShortlistsPage.tsx'), 'ShortlistsPage'),
})
const shortlist = createRoute({
  getParentRoute: parent,
  path: '/shortlists/$id',
  validateSearch: ({ campaign: asked, order }: Record<string, unknown>): { campaign?: string; order?: 'list' } => ({
    ...(typeof asked === 'string' && { campaign: asked }),
    ...(order === 'list' && { order }),
  }),
  component: lazyRouteComponent(() => import('../selection/shortlist/ShortlistPage.tsx'), 'ShortlistPage'),
})
const merges = createRoute({
  getParentRoute: parent,
  path: '/creators/merges',
  component: lazyRouteComponent(() => import('../creators/person/MergeReviewPage.tsx'), 'MergeReviewPage'),
})
const tiers = createRoute({
  getParentRoute: parent,
  path: '/creators/types',
  component: lazyRouteComponent(() => import('../creators/tiers/TierTablePage.tsx'), 'TierTablePage'),
})
const fees = createRoute({
  getParentRoute: parent,
  path: '/creators/fees',
  component: lazyRouteComponent(() => import('../selection/fees/FeeTablePage.tsx'), 'FeeTablePage'),
})
const forecasts = createRoute({
  getParentRoute: parent,
  path: '/forecasts',
  component: lazyRouteComponent(() => import('../reports/forecast-record/ForecastRecordPage.tsx'), 'ForecastRecordPage'),
})
const freedom = createRoute({
  getParentRoute: parent,
  path: '/freedom',
  component: lazyRouteComponent(() => import('../briefs/freedom-table/FreedomTablePage.tsx'), 'FreedomTablePage'),
})
const check = createRoute({
  getParentRoute: parent,
  path: '/check',
  component: lazyRouteComponent(() => import('../compliance/DraftCheckPage.tsx'), 'DraftCheckPage'),
})
const rules = createRoute({
  getParentRoute: parent,
  path: '/rules',
  validateSearch: readRulesView,
  component: lazyRouteComponent(() => import('../compliance/rules/RulesPage.tsx'), 'RulesPage'),
})
const tasks = createRoute({
  getParentRoute: parent,
  path: '/tasks',
  validateSearch: ({ side }: Record<string, unknown>): { side?: TaskSide } => (side === undefined ? {} : { side: readSide(side) }),
  component: lazyRouteComponent(() => import('../portal/TasksPage.tsx'), 'TasksPage'),
})
const notifications = createRoute({
  getParentRoute: parent,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../accounts/NotificationsPage.tsx'), 'NotificationsPage'),
})
const deadLetters = createRoute({
  getParentRoute: parent,
  path: '/notifications/dead-letters',
  component: lazyRouteComponent(() => import('../accounts/DeadLettersPage.tsx'), 'DeadLettersPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    home,
    campaigns,
    campaign,
    goal,
    plan,
    report,
    briefPrint,
    portal,
    partyNotes,
    creators,
    creator,
    shortlists,
    shortlist,
    merges,
    tiers,
    fees,
    forecasts,
    freedom,
    check,
    rules,
    tasks,
    notifications,
    deadLetters,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
