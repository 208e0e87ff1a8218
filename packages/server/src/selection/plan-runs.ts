import { RefusedRequest, RequestError } from '../platform/request-error.ts'
import { makeTurns } from './take-turns.ts'

/** How far a planning is. `refused`: what it was asked with does not fit any more; `failed`: a bug of ours. */
export const PLAN_RUN_STATES = ['waiting', 'solving', 'keeping', 'done', 'cancelled', 'refused', 'failed'] as const

/** A planning that this process does or did. A restart forgets it: what was not kept is to be asked for again. */
export interface PlanRun {
  readonly id: string
  readonly workspaceId: string
  readonly campaignId: string
  readonly startedAt: string
  readonly state: (typeof PLAN_RUN_STATES)[number]
  /** How much of the solving is done, 0–1; null before it begins. */
  readonly share: number | null
  /** The version it made. */
  readonly planId: string | null
  /** Whether that version became the plan of the campaign. */
  readonly isAdopted: boolean
  /** Code of the refusal that ended it. */
  readonly code: string | null
}

/** What the work of a run is given: when to stop, and whom to tell how far it is. */
export interface RunWatch {
  readonly signal: AbortSignal
  readonly onShare: (share: number) => void
  readonly onState: (state: 'solving' | 'keeping') => void
}

/** What a run ends with. */
export type RunResult = Pick<PlanRun, 'planId' | 'isAdopted'>

/** The plannings of this process. */
export interface PlanRuns {
  readonly find: (id: string) => PlanRun | null
  /** The plannings of a campaign that are not over, oldest first. */
  readonly listOpen: (campaignId: string) => PlanRun[]
  /** Begins work in the background; what becomes of it is told by `find`. The promise is the same work, for whoever waits. */
  readonly start: <T extends RunResult>(
    run: Pick<PlanRun, 'id' | 'workspaceId' | 'campaignId' | 'startedAt'>,
    work: (watch: RunWatch) => Promise<T>,
  ) => Promise<T>
  /** Waits for a planning that goes on here, however it ends; false when none of this id does. */
  readonly settle: (id: string) => Promise<boolean>
  /** Ends a planning; nothing of it is kept. False when it is over or its version is being kept. */
  readonly cancel: (id: string) => boolean
}

/** More threads than this would take the server's own time. */
const MOST_AT_ONCE = 2
/** Runs that are over and still told of. */
const MOST_REMEMBERED = 200

const isOver = ({ state }: PlanRun) => state !== 'waiting' && state !== 'solving' && state !== 'keeping'

/** Plannings wait in line: at most two are solved at once. */
export function makePlanRuns(): PlanRuns {
  const runs = new Map<string, PlanRun>()
  const stops = new Map<string, AbortController>()
  const going = new Map<string, Promise<unknown>>()
  const inTurn = makeTurns(MOST_AT_ONCE)
  const change = (id: string, known: Partial<PlanRun>): void => {
    const run = runs.get(id)
    if (run !== undefined) runs.set(id, { ...run, ...known })
  }
  const forgetOld = (): void => {
    const over = [...runs.values()].filter(isOver)
    for (const { id } of over.slice(0, Math.max(0, over.length - MOST_REMEMBERED))) runs.delete(id)
  }
  return {
    find: (id) => runs.get(id) ?? null,
    listOpen: (campaignId) => [...runs.values()].filter((run) => run.campaignId === campaignId && !isOver(run)),
    cancel: (id) => {
      const stop = runs.get(id)?.state === 'keeping' ? undefined : stops.get(id)
      stop?.abort(new RequestError('plan.cancelled'))
      return stop !== undefined
    },
    settle: async (id) => {
      const work = going.get(id)
      await work?.catch(() => undefined)
      return work !== undefined
    },
    start: (run, work) => {
      const stop = new AbortController()
      stops.set(run.id, stop)
      runs.set(run.id, { ...run, state: 'waiting', share: null, planId: null, isAdopted: false, code: null })
      const onState = (state: 'solving' | 'keeping') => change(run.id, { state })
      const onShare = (share: number) => change(run.id, { share })
      const end = async () => {
        try {
          const result = await inTurn(() => work({ signal: stop.signal, onState, onShare }), stop.signal)
          change(run.id, { state: 'done', share: 1, planId: result.planId, isAdopted: result.isAdopted })
          return result
        } catch (error) {
          change(run.id, explainEnd(error))
          throw error
        } finally {
          stops.delete(run.id)
          going.delete(run.id)
          forgetOld()
        }
      }
      const ended = end()
      going.set(run.id, ended)
      return ended
    },
  }
}

function explainEnd(error: unknown): Pick<PlanRun, 'state' | 'code'> {
  const code = error instanceof RequestError ? error.code : error instanceof RefusedRequest ? (error.refusals[0]?.code ?? null) : null
  if (code === null) return { state: 'failed', code: 'server.bug' }
  return { state: code === 'plan.cancelled' ? 'cancelled' : 'refused', code }
}
