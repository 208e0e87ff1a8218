import { describe, expect, test } from 'vitest'
import { GATES, makeFinding, type Gate, type Subject } from '../campaigns/index.ts'
import { ACTS, GATE_STATES, guardAct, THRESHOLDS, type Act, type GateState, type Spine } from './index.ts'
import { AGE_SENSITIVE_CATEGORIES, QUALIFIED_CATEGORIES } from '../selection/index.ts'
import { CATEGORIES, say } from '../shared/index.ts'

const SUBJECT: Readonly<Record<Gate, Subject>> = {
  goal: { kind: 'campaign', id: 'campaign' },
  choice: { kind: 'creator', id: 'c1' },
  brief: { kind: 'brief', id: 'b1' },
  trust: { kind: 'deliverable', id: 'd1' },
  rules: { kind: 'deliverable', id: 'd1' },
}
const ALL = Object.values(SUBJECT)

type Judgement = Spine['gates'][number]['judgements'][number]

/** One gate on one subject in a state, with a block that explains it where the state needs one. */
function judgement(gate: Gate, state: GateState, subject: Subject): Judgement {
  const block = makeFinding(subject, { code: `${gate}.bad`, severity: 'block', because: say('b', '因'), fix: say('f', '改') })
  const waiver = {
    gate,
    code: block.code,
    subject,
    inputHash: 'h',
    person: 'p',
    role: 'owner',
    reason: 'r',
    at: '2027-01-12T00:00:00.000Z',
  }
  return {
    gate,
    subject,
    label: '',
    state,
    inputHash: 'h',
    parts: {},
    findings: state === 'passed' ? [] : [block],
    waivers: state === 'waived' ? [waiver] : [],
    reopenedBy: [],
  }
}

const spineOf = (judgements: readonly Judgement[]): Spine => ({
  gates: GATES.map((gate) => {
    const own = judgements.filter((one) => one.gate === gate)
    return {
      gate,
      state: own[0]?.state ?? 'open',
      passed: own.filter(({ state }) => state === 'passed').length,
      total: own.length,
      judgements: own,
    }
  }),
  live: { published: 0, total: 1 },
  turn: 'brand',
})
const passing = (except: readonly Judgement[] = []) =>
  spineOf([
    ...GATES.filter((gate) => !except.some((one) => one.gate === gate)).map((gate) => judgement(gate, 'passed', SUBJECT[gate])),
    ...except,
  ])
const told = (act: Act, subjects: Subject | readonly Subject[], spine: Spine) => {
  const outcome = guardAct(act, subjects, spine)
  return outcome.ok ? [] : outcome.refusals.map(({ code, gate }) => `${code} ${String(gate)}`)
}

// Which gates each act asks (product.md): everything else may stand as it likes.
const ASKS = { contract: ['goal', 'choice'], sendBrief: ['brief', 'trust'], requestRevision: ['trust'], publish: ['rules'] } as const
const acts = ['contract', 'sendBrief', 'requestRevision', 'publish'] as const
const cells = acts.flatMap((act) => GATES.flatMap((gate) => GATE_STATES.map((state) => ({ act, gate, state }))))

describe('every act at every state of every gate', () => {
  test.each(cells)('$act while $gate is $state', ({ act, gate, state }) => {
    const asked: readonly Gate[] = ASKS[act]
    const stops = asked.includes(gate) && (state === 'open' || state === 'blocked')
    const spine = passing([judgement(gate, state, SUBJECT[gate])])
    expect(told(act, ALL, spine)).toEqual(stops ? [`gate.${state} ${gate}`] : [])
  })

  test.each(acts)('%s while everything is blocked names each gate it asks, once', (act) => {
    const spine = spineOf(GATES.map((gate) => judgement(gate, 'blocked', SUBJECT[gate])))
    expect(told(act, ALL, spine)).toEqual(ASKS[act].map((gate) => `gate.blocked ${gate}`))
  })

  test.each(acts)('%s on a spine without a single subject is open, never allowed', (act) => {
    expect(told(act, [], spineOf([]))).toEqual(ASKS[act].map((gate) => `gate.open ${gate}`))
  })
})

describe('whose subjects count', () => {
  const other: Subject = { kind: 'deliverable', id: 'd2' }
  const bad = judgement('rules', 'blocked', other)
  const both = spineOf([...GATES.map((gate) => judgement(gate, 'passed', SUBJECT[gate])), bad])

  const cases: readonly { who: string; subjects: Subject | Subject[]; refused: string[] }[] = [
    { who: 'the good one', subjects: SUBJECT.rules, refused: [] },
    { who: 'the bad one', subjects: other, refused: ['gate.blocked rules'] },
    { who: 'both', subjects: [SUBJECT.rules, other], refused: ['gate.blocked rules'] },
    { who: 'one that nobody judged', subjects: { kind: 'deliverable', id: 'd9' }, refused: ['gate.open rules'] },
    {
      who: 'a good one and one that nobody judged',
      subjects: [SUBJECT.rules, { kind: 'deliverable', id: 'd9' }],
      refused: ['gate.open rules'],
    },
    { who: 'subjects of other gates only: then all of this gate count', subjects: [SUBJECT.brief], refused: ['gate.blocked rules'] },
  ]
  test.each(cases)('publishing $who', ({ subjects, refused }) => expect(told('publish', subjects, both)).toEqual(refused))

  test('the mix concerns every contract', () => {
    const mix = judgement('choice', 'blocked', { kind: 'mix', id: 'mix' })
    expect(
      told(
        'contract',
        SUBJECT.choice,
        spineOf([judgement('goal', 'passed', SUBJECT.goal), judgement('choice', 'passed', SUBJECT.choice), mix]),
      ),
    ).toEqual(['gate.blocked choice'])
  })
})

describe('a warning that stops one act', () => {
  const used = makeFinding(SUBJECT.trust, { code: 'trust.rounds_used_up', severity: 'warn', because: say('b', '因'), fix: say('f', '改') })
  const warned = (waivers: Judgement['waivers'] = []) =>
    passing([{ ...judgement('trust', 'passed', SUBJECT.trust), findings: [used], waivers }])
  const waiver = {
    gate: 'trust' as const,
    code: used.code,
    subject: SUBJECT.trust,
    inputHash: 'h',
    person: 'p',
    role: 'manager',
    reason: 'r',
    at: '2027-01-12T00:00:00.000Z',
  }

  test('another round is refused, sending is not', () => {
    expect(told('requestRevision', ALL, warned())).toEqual(['gate.blocked trust'])
    expect(told('sendBrief', ALL, warned())).toEqual([])
  })
  test('unless it is waived', () => expect(told('requestRevision', ALL, warned([waiver]))).toEqual([]))
  test('every such warning is one the gate writes about', () => {
    const named = Object.values(ACTS).flatMap(({ gates, alsoRefusedBy }) =>
      alsoRefusedBy.map((code) => gates.some((gate) => code.startsWith(`${gate}.`))),
    )
    expect(named.every(Boolean)).toBe(true)
  })
})

describe('the table of thresholds', () => {
  test.each(Object.entries(THRESHOLDS))('%s says where it comes from', (_name, { value, source }) => {
    expect(value).toBeGreaterThan(0)
    expect(source).toMatch(/^\[A\] .{10,}|product\.md, gate \d/)
  })
  test('a block never comes before its warning', () => expect(THRESHOLDS.freedomBlock.value).toBeLessThan(THRESHOLDS.freedomWarn.value))
  test.each(['targetProbability', 'audienceMatch', 'evidenceCompleteness', 'brieflike', 'duplicate', 'rewritten'] as const)(
    '%s is a share',
    (name) => expect(THRESHOLDS[name].value).toBeLessThan(1),
  )
  test('the lists of categories hold known categories, each once, and age is asked wherever a qualification is', () => {
    for (const list of [QUALIFIED_CATEGORIES, AGE_SENSITIVE_CATEGORIES]) {
      expect(new Set(list).size).toBe(list.length)
      expect(list.filter((category) => !CATEGORIES.includes(category))).toEqual([])
    }
    expect(QUALIFIED_CATEGORIES.filter((category) => !AGE_SENSITIVE_CATEGORIES.includes(category))).toEqual([])
  })
})
