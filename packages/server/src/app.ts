import { OpenAPIHono } from '@hono/zod-openapi'
import { getCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { accountRoutes, channelRoutes, loginPages, readSession, SESSION_COOKIE } from './accounts/index.ts'
import { briefCopyRoutes, briefDocumentRoutes, briefRoutes, freedomTableRoutes, partyRoutes } from './briefs/index.ts'
import { campaignRoutes, seriesRoutes } from './campaigns/index.ts'
import {
  checkRoutes,
  complianceRoutes,
  ownRuleRoutes,
  packRoutes,
  rulebookRoutes,
  sourceRoutes,
  timelineRoutes,
} from './compliance/index.ts'
import { chooseCreators, contentRoutes, productProofRoutes } from './content/index.ts'
import { dossierRoutes, loanRoutes, makeCorrectionRoutes, personRoutes, splitPostRoutes, tierRoutes, undoRoutes } from './creators/index.ts'
import { chainRoutes, gateRoutes, impactRoutes } from './gates/index.ts'
import { RECEIVERS } from './import-receivers.ts'
import { makeImportRoutes, makeUploadRoutes, mappingRoutes } from './imports/index.ts'
import { erasureClockRoutes, partyNoteRoutes, portalCreatorRoutes, portalDeskRoutes, reviewLinkRoutes, turnRoutes } from './portal/index.ts'
import { reportRoutes } from './reports/index.ts'
import {
  assessmentRoutes,
  feeTableRoutes,
  relationshipRoutes,
  fitTableRoutes,
  exportRoutes,
  makeCreatorRoutes,
  makeInvitationRoutes,
  makePlanRoutes,
  makePlanRunRoutes,
  makePlanRuns,
  type PlanRuns,
  makeSearchRoutes,
  refreshTypedRow,
  savedSearchRoutes,
  shortlistRoutes,
  type DiscoveryShelf,
} from './selection/index.ts'
import { AnsweredBefore } from './platform/answer-once-store.ts'
import { presentDocsPage } from './platform/docs-page.ts'
import { isDataException, isUnreachable } from './platform/database.ts'
import { makeRouter, type HttpContext, type HttpEnv, type Server } from './platform/http.ts'
import { limitBody } from './platform/limit-body.ts'
import { countRequest, presentMetrics } from './platform/metrics.ts'
import { mintId } from './platform/mint-id.ts'
import { problemOf, problemOfRefusals, type Problem } from './platform/outcome-problem.ts'
import { RefusedRequest, RequestError } from './platform/request-error.ts'
import { refuseForeignOrigin, setSecureHeaders } from './platform/secure-headers.ts'
import { answerFile, type StaticFile } from './platform/static-files.ts'

const OPENAPI_INFO = {
  openapi: '3.1.0',
  info: { title: 'Kolibra', version: '1', description: 'KOL campaigns in China: five gates, numbers with passports.' },
}

const LARGEST_BODY_BYTES = 16 * 2 ** 20
// Uploads have a limit of their own, beside the route that takes them.
const UPLOAD_PATH = /^\/api\/v1\/(?:imports|import-uploads|brief-readings|creators\/[^/]+\/documents|portal\/[^/]+\/files)$/
// Creators and reviewers outside come by a link and have no session: each of these routes lets its caller in by the link's own cookie.
const CREATOR_PATH = /^\/api\/v1\/portal\//

/** What the app needs beside the server itself. */
export interface AppParts {
  readonly server: Server
  readonly shelf: DiscoveryShelf
  readonly files: ReadonlyMap<string, StaticFile>
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>
  /** The plannings of this process, shared with its jobs; left out: its own. */
  readonly planRuns?: PlanRuns
}

/** The whole HTTP surface: API, documents, health, login and the web app's files. Connects and decides nothing. */
export function makeApp({ server, shelf, files, ping, planRuns = makePlanRuns() }: AppParts): OpenAPIHono<HttpEnv> {
  const app = makeRouter()
  app.use(async (c, next) => {
    const requestId = mintId(server.clock())
    const log = server.log.child({ requestId })
    c.set('requestId', requestId)
    c.set('log', log)
    c.set('server', server)
    c.set('session', null)
    const startedMs = performance.now()
    await next()
    c.header('X-Request-Id', requestId)
    const elapsedMs = Math.round(performance.now() - startedMs)
    countRequest(c.req.method, c.res.status, elapsedMs)
    log.info({ method: c.req.method, path: hideToken(c.req.path), status: c.res.status, elapsedMs }, 'request')
  })
  app.use(setSecureHeaders)
  app.onError(answerError)
  app.route('/', makeHealth(ping, shelf))
  app.route('/', loginPages)
  const api = makeApi(server, shelf, planRuns)
  app.route('/api/v1', api)
  app.get('/api/openapi.json', (c) => c.json(describeApi(api)))
  app.get('/api/docs', (c) => c.html(presentDocsPage(describeApi(api))))
  app.all('/api/*', () => {
    throw new RequestError('request.not_found')
  })
  app.get('*', (c) => serveFile(c, files))
  app.notFound(() => {
    throw new RequestError('request.not_found')
  })
  return app
}

function makeApi(server: Server, shelf: DiscoveryShelf, planRuns: PlanRuns): OpenAPIHono<HttpEnv> {
  const api = makeRouter()
  api.use(async (c, next) => {
    refuseForeignOrigin(c)
    if (CREATOR_PATH.test(c.req.path)) return next()
    const token = getCookie(c, SESSION_COOKIE)
    if (token !== undefined) c.set('session', await readSession(server.app, token, server.clock()))
    // Asked before the body is read: a stranger's upload costs nothing.
    if (c.get('session') === null) throw new RequestError('session.missing')
    return next()
  })
  const limitWords = limitBody(LARGEST_BODY_BYTES, () => {
    throw new RequestError('request.too_large', { largestBytes: LARGEST_BODY_BYTES })
  })
  api.use((c, next) => (UPLOAD_PATH.test(c.req.path) ? next() : limitWords(c, next)))
  return api
    .route('/', accountRoutes)
    .route('/', channelRoutes)
    .route('/', ownRuleRoutes)
    .route('/', sourceRoutes)
    .route('/', timelineRoutes)
    .route('/', checkRoutes)
    .route('/', impactRoutes)
    .route('/', complianceRoutes)
    .route('/', rulebookRoutes)
    .route('/', packRoutes)
    .route('/', makeImportRoutes(RECEIVERS))
    .route('/', makeUploadRoutes(RECEIVERS))
    .route('/', mappingRoutes)
    .route('/', undoRoutes)
    .route('/', makeCreatorRoutes(shelf))
    .route('/', dossierRoutes)
    .route('/', personRoutes)
    .route('/', loanRoutes)
    .route('/', makeCorrectionRoutes(refreshTypedRow))
    .route('/', splitPostRoutes)
    .route('/', tierRoutes)
    .route('/', makeSearchRoutes(shelf))
    .route('/', exportRoutes)
    .route('/', savedSearchRoutes)
    .route('/', shortlistRoutes)
    .route('/', campaignRoutes)
    .route('/', seriesRoutes)
    .route('/', assessmentRoutes)
    .route('/', feeTableRoutes)
    .route('/', fitTableRoutes)
    .route('/', makePlanRoutes(planRuns))
    .route('/', makePlanRunRoutes(planRuns, chooseCreators))
    .route('/', makeInvitationRoutes(planRuns, chooseCreators))
    .route('/', briefRoutes)
    .route('/', briefDocumentRoutes)
    .route('/', freedomTableRoutes)
    .route('/', relationshipRoutes)
    .route('/', briefCopyRoutes)
    .route('/', partyRoutes)
    .route('/', contentRoutes)
    .route('/', productProofRoutes)
    .route('/', gateRoutes)
    .route('/', chainRoutes)
    .route('/', portalDeskRoutes)
    .route('/', reviewLinkRoutes)
    .route('/', turnRoutes)
    .route('/', partyNoteRoutes)
    .route('/', erasureClockRoutes)
    .route('/', portalCreatorRoutes)
    .route('/', reportRoutes)
}

/** The OpenAPI document, from the same schemas that validate. */
function describeApi(api: OpenAPIHono<HttpEnv>) {
  return api.getOpenAPI31Document({ ...OPENAPI_INFO, servers: [{ url: '/api/v1' }] })
}

function makeHealth(ping: () => Promise<void>, shelf: DiscoveryShelf) {
  return makeRouter()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await ping()
        return c.json({ status: 'ok' })
      } catch {
        return c.json({ status: 'waiting for the database' }, 503)
      }
    })
    .get('/metrics', (c) => c.text(presentMetrics() + shelf.presentMetrics()))
}

// The page of creators and of reviewers outside is a document of its own, light enough for a slow phone.
const CREATOR_PAGE = /^\/[cr]\//

// Pages of the web app are routes inside one document; a missing asset is a missing asset.
function serveFile(c: HttpContext, files: ReadonlyMap<string, StaticFile>): Response {
  const file = files.get(c.req.path === '/' ? '/index.html' : c.req.path)
  if (file) return answerFile(file, c.req.raw)
  const index = files.get(CREATOR_PAGE.test(c.req.path) ? '/creator.html' : '/index.html')
  const wantsPage = c.req.header('accept')?.includes('text/html') === true
  if (index === undefined || !wantsPage) throw new RequestError('request.not_found')
  return answerFile(index, c.req.raw)
}

function answerError(error: Error, c: HttpContext): Response {
  if (error instanceof AnsweredBefore)
    return new Response(error.body, {
      status: error.status,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Replayed': 'true' },
    })
  const problem = explainError(error, c)
  const wait = problem.status === 503 ? { 'Retry-After': '5' } : {}
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', ...wait },
  })
}

function explainError(error: Error, c: HttpContext): Problem {
  const requestId = c.get('requestId')
  if (error instanceof RequestError) return problemOf(error.code, requestId, error.data)
  if (error instanceof RefusedRequest) return problemOfRefusals(error.refusals, requestId)
  // Hono's own complaints: a body of another type, or one that is not what its type says.
  if (error instanceof HTTPException && error.status === 415) return problemOf('request.wrong_type', requestId)
  if (error instanceof HTTPException && error.status < 500)
    return problemOf('request.invalid', requestId, {
      fields: [{ field: '', problem: error.message, problemZh: '请求内容无法按其类型（JSON 或表单）读取' }],
    })
  if (isDataException(error)) {
    c.get('log').warn({ err: error }, 'the database refused a value of the request')
    return problemOf('request.invalid', requestId, { fields: [] })
  }
  if (isUnreachable(error)) {
    c.get('log').warn({ reason: error.message }, 'no connection to the database')
    return problemOf('server.busy', requestId)
  }
  c.get('log').error({ err: error }, 'bug')
  return problemOf('server.bug', requestId)
}

// A token in a log would be a key under the mat.
function hideToken(path: string): string {
  return path.replace(/^\/(login|c)\/.*/, '/$1/…')
}
