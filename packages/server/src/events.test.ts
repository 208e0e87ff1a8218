import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshRows } from './selection/index.ts'
import { CAMPAIGN, exampleCreator } from './test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'
import { walkCampaign } from './test/walk-campaign.ts'

interface EventRow {
  readonly name: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly actor_id: string
  readonly actor_role: string
  readonly campaign_id: string | null
  readonly fields: readonly string[]
}

let house: TestHouse
let owner: Visitor
const recorded = new Map<string, Set<string>>()
let campaignId: string

const listEvents = (workspaceId: string): Promise<EventRow[]> =>
  house.inWorkspace(workspaceId, (ctx) =>
    ctx.tx
      .selectFrom('events')
      .select(['name', 'subject_kind', 'subject_id', 'actor_id', 'actor_role', 'campaign_id', 'fields'])
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('event_id')
      .execute(),
  )

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  let known = (await listEvents(owner.workspaceId)).length
  const walked = await walkCampaign(owner, {
    refresh: () => house.inWorkspace(owner.workspaceId, refreshRows),
    seen: async ({ line }) => {
      const events = await listEvents(owner.workspaceId)
      const names = recorded.get(line) ?? new Set()
      for (const { name } of events.slice(known)) names.add(name)
      if (events.length === known) names.add('nothing')
      recorded.set(line, names)
      known = events.length
    },
  })
  campaignId = walked.campaignId
})
afterAll(() => house.close())

describe('every write records what happened', () => {
  test.each([
    ['POST /creators', ['creator.added']],
    ['PUT /tier-table', ['tiers.changed']],
    ['PUT /fit-table', ['fit.changed']],
    ['PUT /fee-table', ['fees.changed']],
    ['PUT /freedom-table', ['freedom.changed']],
    ['POST /campaigns', ['campaign.opened']],
    ['PUT /campaigns/{id}', ['campaign.changed']],
    ['POST /series/values', ['series.typed']],
    ['DELETE /series/values/{id}', ['series.withdrawn']],
    ['POST /campaigns/{id}/plans', ['plan.made']],
    ['POST /campaigns/{id}/choices', ['creators.chosen', 'plan.adopted']],
    ['POST /campaigns/{id}/invitations', ['invitation.accepted', 'invitation.sent']],
    ['POST /campaigns/{id}/waivers', ['finding.waived']],
    ['POST /campaigns/{id}/contracts', ['deliverable.contracted', 'goal.frozen']],
    ['POST /campaigns/{id}/briefs', ['brief.written']],
    ['POST /campaigns/{id}/brief-editors', ['brief.opened']],
    ['PUT /campaigns/{id}/brief-copy', ['brief.copy_kept']],
    ['DELETE /campaigns/{id}/brief-copies/1', ['brief.copy_dropped']],
    ['PUT /campaigns/{id}/product-proofs/{id}', ['product.noted']],
    ['POST /briefs/{id}/receipts', ['brief.received']],
    ['POST /briefs/{id}/playbacks', ['brief.played_back']],
    ['POST /briefs/{id}/settlements', ['brief.acknowledged', 'brief.settled']],
    ['POST /briefs/{id}/threads', ['thread.opened']],
    ['POST /threads/{id}/steps', ['thread.answered', 'thread.resolved']],
    ['POST /campaigns/{id}/parties', ['party.added']],
    ['DELETE /parties/{id}', ['party.removed']],
    ['POST /parties/{id}/members', ['party.granted']],
    ['DELETE /party-members/{id}', ['party.withdrawn']],
    ['POST /briefs/{id}/reviews', ['brief.approved', 'brief.sent', 'brief.submitted']],
    ['POST /deliverables/{id}/drafts', ['draft.submitted', 'text.checked']],
    ['POST /deliverables/{id}/reviews', ['draft.approved', 'draft.changes_requested']],
    ['POST /deliverables/{id}/publications', ['deliverable.published']],
    ['POST /deliverables/{id}/observations', ['post.observed']],
    ['POST /channels', ['channel.added']],
    ['PUT /channels/{id}', ['channel.changed']],
    ['POST /channels/{id}/tests', ['channel.tested']],
    ['DELETE /channels/{id}', ['channel.removed']],
    ['POST /saved-searches', ['search.saved']],
    ['DELETE /saved-searches/{id}', ['search.removed']],
    ['POST /shortlists', ['shortlist.opened']],
    ['POST /shortlists/{id}/entries', ['shortlist.extended']],
    ['PUT /shortlists/{id}', ['shortlist.changed']],
    ['DELETE /shortlists/{id}', ['shortlist.removed']],
    ['POST /rules/own', ['rule.added']],
    ['PUT /rules/own/own.rivals', ['rule.changed']],
    ['DELETE /rules/own/own.rival', ['rule.removed']],
    ['POST /rules/own.rival/suspensions', ['rule.suspended']],
    ['DELETE /rules/own.rival/suspensions', ['rule.resumed']],
    ['PUT /rules/sources/owners', ['source.given']],
    ['POST /rules/sources/checks', ['rule.drafted', 'rule.ended', 'source.changed', 'source.unchanged']],
    ['POST /imports/pasted', ['import.committed']],
    ['PUT /import-mappings', ['mapping.saved']],
    ['DELETE /imports/{id}', ['import.undone']],
    ['POST /import-uploads', ['upload.kept', 'upload.read']],
    ['POST /import-uploads/{id}/readings', ['upload.changed', 'upload.read']],
    ['POST /import-uploads/{id}/commit', ['import.committed']],
    ['DELETE /import-uploads/{id}', ['upload.discarded']],
    ['POST /creators/{id}/notes', ['note.added']],
    ['POST /creators/{id}/engagements', ['engagement.added']],
    ['POST /creators/{id}/clearances', ['clearance.added']],
    ['POST /creators/{id}/absences', ['absence.added']],
    ['POST /creators/{id}/incidents', ['incident.added']],
    ['POST /creators/{id}/documents', ['document.added']],
    ['POST /creators/{id}/experiences', ['experience.added']],
    ['POST /experiences/{id}/answers', ['experience.answered']],
    ['DELETE /experiences/{id}', ['experience.removed']],
    ['PUT /creators/{id}/preferences', ['preferences.noted']],
    ['POST /creators/{id}/merges', ['person.merged']],
    ['POST /creators/{id}/separations', ['person.kept_apart']],
    ['POST /creators/{id}/decision-undos', ['person.decision_undone']],
    ['POST /creators/{id}/splits', ['person.split']],
    ['PUT /creators/{id}/loan', ['loan.set']],
    ['POST /creators/{id}/loan-endings', ['loan.ended']],
    ['POST /creators/{id}/exports', ['person.exported']],
    ['POST /creators/{id}/erasures', ['person.erased']],
    ['POST /creators/{id}/corrections', ['correction.added']],
    ['DELETE /corrections/{id}', ['correction.withdrawn']],
    ['DELETE /notes/{id}', ['note.removed']],
    ['DELETE /engagements/{id}', ['engagement.removed']],
    ['DELETE /clearances/{id}', ['clearance.removed']],
    ['DELETE /absences/{id}', ['absence.removed']],
    ['DELETE /incidents/{id}', ['incident.removed']],
    ['DELETE /documents/{id}', ['document.removed']],
  ])('%s: %j', (line, names) => {
    expect([...(recorded.get(line) ?? [])].sort()).toEqual(names)
  })

  test('no write of the walk is missing from this table', () => {
    expect(recorded.size).toBe(83)
  })
})

describe('an event', () => {
  test('names who did it, in which duty, to what', async () => {
    const events = await listEvents(owner.workspaceId)
    expect(events.length).toBeGreaterThan(15)
    for (const event of events) {
      expect(event).toMatchObject({ actor_id: owner.userId, actor_role: 'owner' })
      expect(event.subject_kind).toMatch(/^[a-z]+$/)
      expect(event.subject_id).not.toBe('')
      expect(event.name).toMatch(/^[a-z_]+\.[a-z_]+$/)
    }
  })

  test('holds names of fields and no value that a person wrote', async () => {
    const text = JSON.stringify(await listEvents(owner.workspaceId))
    for (const words of ['Glacier', 'Alpensee', 'agreed in the test', '示例', '面霜', 'example.com', 'TEST-1', 'Talmilch', '处罚', '合同'])
      expect(text).not.toContain(words)
  })

  test('of a campaign is found at the campaign, newest first', async () => {
    const { items } = await (await owner.send(`GET /api/v1/campaigns/${campaignId}/events`)).json()
    const names: string[] = items.map((event: { name: string }) => event.name)
    expect(names.indexOf('deliverable.published')).toBeLessThan(names.indexOf('deliverable.contracted'))
    expect(names.at(-1)).toBe('campaign.opened')
    expect(names).not.toContain('creator.added')
  })

  test('is never changed or taken back by the role that answers requests', async () => {
    for (const change of [sql`UPDATE events SET name = 'x.y'`, sql`DELETE FROM events`])
      await expect(house.inWorkspace(owner.workspaceId, (ctx) => change.execute(ctx.tx))).rejects.toThrow(/permission denied/)
  })
})

describe('what was refused leaves no event and no row', () => {
  test.each<[string, string, unknown, string]>([
    ['a role that may not', 'viewer POST /campaigns', CAMPAIGN, 'permission.denied'],
    ['a field that does not fit', 'owner POST /campaigns', { ...CAMPAIGN, budgetFen: -1 }, 'request.invalid'],
    ['a creator who is there', 'owner POST /creators', exampleCreator(0), 'creator.known'],
    ['a version that is gone', 'owner PUT /campaigns/{campaign}', { version: 1, campaign: CAMPAIGN }, 'state.lost_race'],
    [
      'a part that is frozen',
      'owner PUT /campaigns/{campaign}',
      { version: 2, campaign: { ...CAMPAIGN, budgetFen: 1 } },
      'campaign.frozen',
    ],
    ['a file that cannot be read', 'owner POST /imports/pasted', { text: 'a\tb\n1\t2' }, 'import.refused'],
  ])('%s', async (_, line, body, code) => {
    const [role = '', method, path] = line.replace('{campaign}', campaignId).split(' ')
    const visitor = role === 'owner' ? owner : await house.visit(owner.workspaceId, 'viewer')
    const before = await listEvents(owner.workspaceId)
    const answer = await visitor.send(`${method} /api/v1${path}`, body)
    expect((await answer.json()).code).toBe(code)
    expect(await listEvents(owner.workspaceId)).toEqual(before)
  })

  test('a change whose event cannot be recorded does not happen', async () => {
    const failing = house.inWorkspace(owner.workspaceId, async (ctx) => {
      await ctx.tx.updateTable('workspaces').set({ name: 'half done' }).where('workspace_id', '=', ctx.workspaceId).execute()
      await ctx.tx
        .insertInto('events')
        .values({
          workspace_id: ctx.workspaceId,
          event_id: 'no id',
          at: ctx.now,
          actor_id: ctx.actor.id,
          actor_role: 'owner',
          name: 'workspace.renamed',
          subject_kind: 'workspace',
          subject_id: ctx.workspaceId,
          campaign_id: null,
          fields: ['name'],
        })
        .execute()
    })
    await expect(failing).rejects.toThrow()
    const { workspace } = await (await owner.send('GET /api/v1/session')).json()
    expect(workspace.name).toBe('Test')
  })
})
