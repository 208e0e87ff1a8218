import { describe, expect, test } from 'vitest'
import { RefusedRequest, RequestError } from '../platform/request-error.ts'
import { makePlanRuns, type RunResult } from './plan-runs.ts'

const run = (id: string) => ({ id, workspaceId: 'w', campaignId: 'c', startedAt: '2026-11-22T04:00:00Z' })
const DONE: RunResult = { planId: 'p', isAdopted: true }

describe('plannings of this process', () => {
  test('one tells how far it is, and what it made', async () => {
    const runs = makePlanRuns()
    const seen: unknown[] = []
    await runs.start(run('a'), async ({ onState }) => {
      seen.push(runs.find('a')?.state)
      onState('solving')
      seen.push(runs.find('a')?.state, runs.listOpen('c').length, runs.listOpen('other').length)
      return DONE
    })
    expect(seen).toEqual(['waiting', 'solving', 1, 0])
    expect(runs.find('a')).toMatchObject({ state: 'done', planId: 'p', isAdopted: true, code: null })
    expect(runs.listOpen('c')).toEqual([])
  })

  test('how much is done is told while it goes on, and whoever settles it waits for its end', async () => {
    const runs = makePlanRuns()
    const going: { end: () => void } = { end: () => undefined }
    const work = runs.start(run('a'), ({ onState, onShare }) => {
      onState('solving')
      onShare(0.25)
      return new Promise<RunResult>((resolve) => (going.end = () => resolve(DONE)))
    })
    await Promise.resolve()
    expect(runs.find('a')).toMatchObject({ state: 'solving', share: 0.25 })
    const settled = runs.settle('a')
    going.end()
    expect(await settled).toBe(true)
    expect(runs.find('a')).toMatchObject({ state: 'done', share: 1 })
    await work
    expect([await runs.settle('a'), await runs.settle('nobody')]).toEqual([false, false])
  })

  test('cancelled, it ends at once and keeps nothing; what is over cannot be cancelled', async () => {
    const runs = makePlanRuns()
    const work = runs.start(
      run('a'),
      ({ signal }) => new Promise<RunResult>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    await Promise.resolve()
    expect(runs.cancel('a')).toBe(true)
    await expect(work).rejects.toMatchObject({ code: 'plan.cancelled' })
    expect(runs.find('a')).toMatchObject({ state: 'cancelled', planId: null })
    expect(runs.cancel('a')).toBe(false)
    expect(runs.cancel('nobody')).toBe(false)
  })

  test('one whose version is being kept cannot be cancelled: it ends as done', async () => {
    const runs = makePlanRuns()
    const seen: boolean[] = []
    await runs.start(run('a'), async ({ onState, signal }) => {
      onState('solving')
      onState('keeping')
      seen.push(runs.cancel('a'), signal.aborted)
      return DONE
    })
    expect(seen).toEqual([false, false])
    expect(runs.find('a')).toMatchObject({ state: 'done', planId: 'p' })
  })

  test.each([
    [new RequestError('request.not_found'), 'refused', 'request.not_found'],
    [new RefusedRequest([{ code: 'state.lost_race' }]), 'refused', 'state.lost_race'],
    [new Error('boom'), 'failed', 'server.bug'],
  ])('what ended it is told: %s', async (error, state, code) => {
    const runs = makePlanRuns()
    await expect(runs.start(run('a'), () => Promise.reject(error))).rejects.toBe(error)
    expect(runs.find('a')).toMatchObject({ state, code })
  })

  test('the oldest that are over are forgotten, those that go on never', async () => {
    const runs = makePlanRuns()
    const going: { end: () => void } = { end: () => undefined }
    const open = runs.start(run('open'), () => new Promise<RunResult>((resolve) => (going.end = () => resolve(DONE))))
    for (let count = 0; count < 230; count += 1) await runs.start(run(`r${count}`), () => Promise.resolve(DONE))
    expect([runs.find('open')?.state, runs.find('r0'), runs.find('r229')?.state]).toEqual(['waiting', null, 'done'])
    going.end()
    await open
  })
})
