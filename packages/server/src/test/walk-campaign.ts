import { FREEDOM_TABLE } from '@kolibra/core/briefs'
import { TIERS } from '@kolibra/core/creators'
import { FEE_TABLE, FIT_TABLE } from '@kolibra/core/selection'
import { z } from 'zod'
import { BRIEF, CAMPAIGN, exampleCreator, FACTS, PRODUCT, OWN_RULES } from './campaign-example.ts'
import { exampleEntry } from './dossier-example.ts'
import { nameReviewer } from './name-reviewer.ts'
import type { Visitor } from './test-house.ts'
import { gatesSchema, waiveAll } from './waive-all.ts'

/** One write of the walk: the route that was asked, and how it was answered. */
export interface Step {
  readonly line: string
  readonly status: number
}

// A mapping goes by its name.
const idSchema = z.object({ id: z.string().default(''), stands: z.object({ id: z.string() }).optional() })
const partySchema = z.object({ role: z.string().optional(), members: z.array(idSchema).optional() })
const partiesSchema = z.object({ items: z.array(idSchema.extend(partySchema.shape)) })
// What the walk reads of an answer; every route answers with some of it.
const answerSchema = z.looseObject({
  id: z.string().default(''),
  importId: z.string().nullish(),
  uploadId: z.string().nullish(),
  plan: z.object({ chosen: z.array(z.string()) }).nullish(),
  items: z.array(idSchema.extend(partySchema.shape)).default([]),
  gates: gatesSchema.default([]),
})

const experiencesSchema = z.array(idSchema)

/** An incident that is answered, the desk's own failing taken out again, and what working with the creator should respect. */
async function rateBothWays(
  act: (line: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>,
  { creatorId, campaignId }: { creatorId: string; campaignId: string },
): Promise<void> {
  const incident = { campaignId, side: 'creator', kind: 'late', severity: 'minor', on: '2026-11-20', words: '示例·晚一天', evidence: null }
  const { experiences } = await act(`POST /creators/${creatorId}/experiences`, incident)
  const [first] = experiencesSchema.parse(experiences)
  await act(`POST /experiences/${first?.id ?? ''}/answers`, { stance: 'agrees', words: '示例·属实' })
  const own = await act(`POST /creators/${creatorId}/experiences`, { ...incident, side: 'desk', on: '2026-11-21' })
  const [newest] = experiencesSchema.parse(own['experiences'])
  await act(`DELETE /experiences/${newest?.id ?? ''}`)
  await act(`PUT /creators/${creatorId}/preferences`, { revision: 0, tone: '示例·轻松', products: '示例·面霜', refuses: '' })
}

/** Every kind of entry of a dossier twice, and one of each taken out again. */
async function fillDossier(
  act: (line: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>,
  creatorId: string,
): Promise<void> {
  for (const kind of ['notes', 'engagements', 'clearances', 'absences', 'incidents', 'documents'] as const) {
    await act(`POST /creators/${creatorId}/${kind}`, exampleEntry(kind, 'first'))
    const dossier = await act(`POST /creators/${creatorId}/${kind}`, exampleEntry(kind, 'second'))
    const [newest] = z.array(idSchema).parse(dossier[kind])
    await act(`DELETE /${kind}/${newest?.id ?? ''}`)
  }
}

/** Two accounts kept apart, put together and taken apart again, and two more put together for good. */
async function decidePersons(
  act: (line: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>,
  [one = '', other = '', third = '', fourth = '']: readonly string[],
): Promise<void> {
  const decision = { otherId: other, personId: one, otherPersonId: other }
  await act(`POST /creators/${one}/separations`, decision)
  await act(`POST /creators/${one}/merges`, decision)
  const { accounts } = await act(`POST /creators/${one}/splits`, { personId: one })
  // Whoever is taken out is linked anew at the moment of that decision.
  const [alone] = z.array(z.object({ linkedAt: z.string() })).parse(accounts)
  await act(`POST /creators/${one}/decision-undos`, { otherId: other, decidedAt: alone?.linkedAt })
  await act(`POST /creators/${third}/merges`, { otherId: fourth, personId: third, otherPersonId: fourth })
}

/** A search kept and forgotten; a list opened, extended, put in another order and taken away. */
async function keepLists(
  act: (line: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>,
  creatorIds: readonly string[],
): Promise<void> {
  const { items } = await act('POST /saved-searches', { name: '示例搜索', isShared: true, query: { text: '示例' } })
  const [search] = z.array(idSchema).parse(items)
  await act(`DELETE /saved-searches/${search?.id ?? ''}`)
  const { id } = idSchema.parse(await act('POST /shortlists', { name: '示例名单', creatorIds: creatorIds.slice(0, 1) }))
  await act(`POST /shortlists/${id}/entries`, { creatorIds })
  const entries = creatorIds.toReversed().map((creatorId) => ({ creatorId, note: '示例备注' }))
  await act(`PUT /shortlists/${id}`, { revision: 1, name: '示例名单', entries })
  await act(`DELETE /shortlists/${id}`)
}

/** The parties with their reviewer, one of them let go again; the brief handed in, approved and sent. */
async function passReview(act: (line: string, body?: unknown) => Promise<unknown>, campaignId: string, briefId: string): Promise<void> {
  const { approval, partyId } = await nameReviewer(act, campaignId)
  const { items } = partiesSchema.parse(await act(`POST /campaigns/${campaignId}/parties`, { role: 'mcn', name: '示例机构' }))
  await act(`DELETE /parties/${items.find(({ role }) => role === 'mcn')?.id ?? ''}`)
  const member = { userId: null, personName: '示例·临时', duties: [] }
  const granted = partiesSchema.parse(await act(`POST /parties/${partyId}/members`, member))
  await act(`DELETE /party-members/${granted.items[0]?.members?.at(-1)?.id ?? ''}`)
  await act(`POST /briefs/${briefId}/reviews`, { move: 'submit', note: null })
  await act(`POST /briefs/${briefId}/reviews`, approval)
  await act(`POST /briefs/${briefId}/reviews`, { move: 'send', note: null })
}

const chainSchema = z.object({
  links: z.array(
    z.object({
      party: z.object({ id: z.string(), role: z.string() }),
      isAsked: z.boolean(),
      differences: z.array(z.object({ key: z.string() })),
    }),
  ),
  threads: z.array(idSchema),
})

/** Every creator plays the brief back, which differs and is settled; one asks and is answered. */
async function playItBack(act: (line: string, body?: unknown) => Promise<unknown>, briefId: string): Promise<void> {
  const first = chainSchema.parse(
    await act(`POST /briefs/${briefId}/threads`, { thread: { itemId: 'goal', kind: 'question', words: '示例' } }),
  )
  for (const move of ['answer', 'resolve']) await act(`POST /threads/${first.threads[0]?.id ?? ''}/steps`, { move, words: '示例' })
  for (const { party } of first.links.filter(({ isAsked, party: { role } }) => isAsked && role === 'creator')) {
    const actingFor = { partyId: party.id }
    await act(`POST /briefs/${briefId}/receipts`, { actingFor, device: '示例手机' })
    const playback = { deliverables: [], mustNot: [] }
    const { links } = chainSchema.parse(await act(`POST /briefs/${briefId}/playbacks`, { actingFor, playback, revision: 0 }))
    const differences = links.find((link) => link.party.id === party.id)?.differences ?? []
    for (const { key } of differences)
      await act(`POST /briefs/${briefId}/settlements`, { actingFor, partyId: party.id, key, how: 'brief_stands' })
  }
}

/** An own word list and a rule on it, changed, suspended, used again and taken out. */
async function keepRules(act: (line: string, body?: unknown) => Promise<unknown>, userId: string): Promise<void> {
  await act('POST /rules/own', { text: OWN_RULES })
  await act('PUT /rules/own/own.rivals', { revision: 1, text: '- { kind: words, id: own.rivals, terms: [示例竞品, 示例对手] }' })
  await act('POST /rules/own.rival/suspensions', { reason: '示例·活动期间不用' })
  await act('DELETE /rules/own.rival/suspensions')
  await act('DELETE /rules/own/own.rival')
  const source = '示例品牌规范·散步'
  await act('POST /rules/own', { text: OWN_RULES.replaceAll('own.', 'own.walk-').replace('示例品牌规范', source) })
  await act('PUT /rules/sources/owners', { source, ownerId: userId })
  await act('POST /rules/sources/checks', { source, lookedAt: '示例·品牌手册第 3 版' })
  const change = { entryIds: ['own.walk-rival'], endsOn: '2026-12-31' }
  await act('POST /rules/sources/checks', { source, lookedAt: '示例·品牌手册第 4 版', change })
}

const UPLOADED = '平台,昵称,账号ID,粉丝数\n小红书,示例·上传,id-upload,1000\n'

/** A channel that is told of drafts, changed and tested; another added and removed. */
async function keepChannels(act: (line: string, body?: unknown) => Promise<{ id: string }>): Promise<void> {
  const channel = { kind: 'webhook', name: '示例·系统', language: 'zh', events: ['draft.submitted'] }
  const address = { address: 'https://example.com/hook', secret: '示例·足够长的共享密钥·0001' }
  const { id } = await act('POST /channels', { ...channel, ...address })
  await act(`PUT /channels/${id}`, { revision: 1, name: '示例·系统', language: 'en', events: ['draft.submitted', 'brief.sent'] })
  await act(`POST /channels/${id}/tests`)
  const { id: other } = await act('POST /channels', { ...channel, ...address })
  await act(`DELETE /channels/${other}`)
}

/** A file kept, read again, thrown away; another imported. */
async function useUploads(act: (line: string, body?: unknown) => Promise<{ uploadId?: string | null | undefined }>): Promise<void> {
  const send = async (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'list.csv'))
    return (await act('POST /import-uploads', form)).uploadId ?? ''
  }
  const first = await send(UPLOADED)
  await act(`POST /import-uploads/${first}/readings`, { observedOn: '2026-11-01' })
  await act(`DELETE /import-uploads/${first}`)
  await act(`POST /import-uploads/${await send(UPLOADED)}/commit`)
}

const METRICS = { views: 9000, likes: 300, comments: 20, shares: 5, saves: 40, observedAt: '2026-12-06T04:00:00Z', source: 'screenshot' }
const PUBLICATION = { url: 'https://example.com/post/1', publishedAt: '2026-12-05T04:00:00Z', metrics: METRICS }

/**
 * Walks one campaign from its creators to a published post, every write once or more. `seen` is told of each; `refresh` brings the table of
 * creators up to date as the job would.
 */
export async function walkCampaign(
  { send, userId }: Visitor,
  { refresh, seen }: { refresh: () => Promise<void>; seen: (step: Step) => Promise<void> },
): Promise<{ campaignId: string; deliverableId: string }> {
  const ask = async (line: string, body?: unknown) => {
    const [method, path] = line.split(' ')
    const answer = await send(`${method} /api/v1${path}`, body)
    return { status: answer.status, body: answerSchema.parse(await answer.json()) }
  }
  const act = async (line: string, body?: unknown) => {
    const { status, body: answered } = await ask(line, body)
    if (status >= 400) throw new Error(`${line} was answered ${status}: ${JSON.stringify(answered)}`)
    await seen({ line: line.replaceAll(/[0-9a-f-]{36}/g, '{id}'), status })
    return answered
  }
  const waive = async (id: string, names: readonly string[]) => {
    const { gates } = (await ask(`GET /campaigns/${id}/gates`)).body
    await waiveAll(act, { campaignId: id, gates, only: names })
  }
  const ids: string[] = []
  for (let index = 0; index < 4; index += 1) ids.push((await act('POST /creators', exampleCreator(index))).id)
  await decidePersons(act, ids)
  const { id: knownId } = await act('POST /creators', exampleCreator(4))
  await fillDossier(act, knownId)
  const { items: typed } = await act(`POST /creators/${knownId}/corrections`, { field: 'region', value: '示例市' })
  await act(`DELETE /corrections/${typed[0]?.id ?? ''}`)
  await refresh()
  await keepLists(act, [knownId, ...ids.slice(2)])
  const { id } = await act('POST /campaigns', { ...CAMPAIGN, name: 'Walked' })
  await act('PUT /tier-table', { revision: 0, table: TIERS })
  await act('PUT /fee-table', { revision: 0, table: FEE_TABLE })
  await act('PUT /freedom-table', { revision: 0, table: FREEDOM_TABLE })
  await act('PUT /fit-table', { revision: 0, table: FIT_TABLE })
  await act(`PUT /campaigns/${id}`, { version: 1, campaign: CAMPAIGN })
  const typedDays = { subject: 'brand:示例', metric: 'mentions', source: '示例·舆情工具', values: [{ day: '2026-11-20', value: 12 }] }
  const { items: days } = await act('POST /series/values', typedDays)
  await act(`DELETE /series/values/${days[0]?.stands?.id ?? ''}`)
  const plan = await act(`POST /campaigns/${id}/plans`)
  const choice = await act(`POST /campaigns/${id}/choices`, { planId: plan.id, creatorIds: plan.plan?.chosen })
  const deliverableId = choice.items[0]?.id ?? ''
  const creatorId = plan.plan?.chosen[0]
  await act(`POST /campaigns/${id}/invitations`, { creatorId, move: 'invite', from: 'proposed' })
  await act(`POST /campaigns/${id}/invitations`, { creatorId, move: 'accept', from: 'invited', note: '微信确认' })
  await act(`POST /campaigns/${id}/invitations`, { creatorId: plan.plan?.chosen[1], move: 'invite', from: 'proposed' })
  await act(`POST /campaigns/${id}/contracts`, { deliverableId })
  await act(`PUT /campaigns/${id}/product-proofs/${creatorId ?? ''}`, { ...PRODUCT, revision: 0 })
  await act(`POST /campaigns/${id}/brief-editors`)
  await act(`PUT /campaigns/${id}/brief-copy`, { revision: 0, brief: BRIEF })
  await act(`DELETE /campaigns/${id}/brief-copies/1`)
  const brief = await act(`POST /campaigns/${id}/briefs`, BRIEF)
  await passReview(act, id, brief.id)
  await playItBack(act, brief.id)
  await act(`POST /deliverables/${deliverableId}/drafts`, { facts: { ...FACTS, text: '国家级配方，全网最佳面霜，治愈湿疹。' } })
  await waive(id, ['rules'])
  await act(`POST /deliverables/${deliverableId}/reviews`, { move: 'request_changes', note: '请改' })
  await act(`POST /deliverables/${deliverableId}/drafts`, { facts: FACTS })
  await act(`POST /deliverables/${deliverableId}/reviews`, { move: 'approve', note: null })
  await act(`POST /deliverables/${deliverableId}/publications`, PUBLICATION)
  await act(`POST /deliverables/${deliverableId}/observations`, { metrics: { ...METRICS, views: 12_000 } })
  await keepRules(act, userId)
  await act('PUT /import-mappings', { name: 'm', columns: [{ header: 'a', target: { to: 'followers' } }] })
  const { importId } = await act('POST /imports/pasted', { text: '平台\t昵称\t账号ID\t粉丝数\n小红书\t示例·散步\tid-walk\t1000' })
  await act(`DELETE /imports/${importId ?? ''}`)
  await act('POST /imports/pasted', { text: '平台\t昵称\t账号ID\t粉丝数\n小红书\t示例·归还\tid-lent\t1000' })
  await useUploads(act)
  await keepChannels(act)
  await rateBothWays(act, { creatorId: knownId, campaignId: id })
  await act(`PUT /creators/${knownId}/loan`, { basis: 'consent', since: '2026-11-01', until: '2027-11-01', source: '授权书' })
  await act(`POST /creators/${knownId}/loan-endings`, { reason: '示例·填错' })
  await act(`POST /creators/${knownId}/exports`)
  const [lent] = (await ask('GET /creators?q=id-lent')).body.items
  await act(`POST /creators/${lent?.id ?? ''}/erasures`, { personId: lent?.id })
  return { campaignId: id, deliverableId }
}
