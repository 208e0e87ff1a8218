import { app } from './en/app.ts'
import { briefChain } from './en/brief-chain.ts'
import { briefs } from './en/briefs.ts'
import { campaigns } from './en/campaigns.ts'
import { compliance } from './en/compliance.ts'
import { content } from './en/content.ts'
import { creatorPage } from './en/creator-page.ts'
import { creators } from './en/creators.ts'
import { editor } from './en/editor.ts'
import { fees } from './en/fees.ts'
import { fit } from './en/fit.ts'
import { gates } from './en/gates.ts'
import { goalPage } from './en/goal-page.ts'
import { image } from './en/image.ts'
import { imports } from './en/imports.ts'
import { notifications } from './en/notifications.ts'
import { partyNotes } from './en/party-notes.ts'
import { person } from './en/person.ts'
import { planPage } from './en/plan-page.ts'
import { forecastRecord } from './en/forecast-record.ts'
import { portal } from './en/portal.ts'
import { reports } from './en/reports.ts'
import { rulebook } from './en/rulebook.ts'
import { selection } from './en/selection.ts'
import { shortlistPage } from './en/shortlist-page.ts'
import { tasks } from './en/tasks.ts'
import { tiers } from './en/tiers.ts'
import { words } from './en/words.ts'

/** Every sentence of the web app in English, a file per part. zh.ts holds the same keys; the compiler and a test compare them. */
export const en = {
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
