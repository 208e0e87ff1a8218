import type { en } from './en.ts'
import { app } from './zh/app.ts'
import { briefChain } from './zh/brief-chain.ts'
import { briefs } from './zh/briefs.ts'
import { campaigns } from './zh/campaigns.ts'
import { compliance } from './zh/compliance.ts'
import { content } from './zh/content.ts'
import { creatorPage } from './zh/creator-page.ts'
import { creators } from './zh/creators.ts'
import { editor } from './zh/editor.ts'
import { fees } from './zh/fees.ts'
import { fit } from './zh/fit.ts'
import { gates } from './zh/gates.ts'
import { goalPage } from './zh/goal-page.ts'
import { image } from './zh/image.ts'
import { imports } from './zh/imports.ts'
import { notifications } from './zh/notifications.ts'
import { partyNotes } from './zh/party-notes.ts'
import { person } from './zh/person.ts'
import { planPage } from './zh/plan-page.ts'
import { forecastRecord } from './zh/forecast-record.ts'
import { portal } from './zh/portal.ts'
import { reports } from './zh/reports.ts'
import { rulebook } from './zh/rulebook.ts'
import { selection } from './zh/selection.ts'
import { shortlistPage } from './zh/shortlist-page.ts'
import { tasks } from './zh/tasks.ts'
import { tiers } from './zh/tiers.ts'
import { words } from './zh/words.ts'

/** 与 en.ts 同一套键。 */
export const zh: typeof en = {
  ...app,
  ...words,
  ...tasks,
  ...tiers,
  ...gates,
  ...compliance,
  ...editor,
  ...imports,
  ...creators,
  ...creatorPage,
  ...image,
  ...selection,
  ...fees,
  ...fit,
  ...planPage,
  ...shortlistPage,
  ...campaigns,
  ...goalPage,
  ...briefs,
  ...briefChain,
  ...content,
  ...notifications,
  ...person,
  ...portal,
  ...partyNotes,
  ...reports,
  ...forecastRecord,
  ...rulebook,
}
