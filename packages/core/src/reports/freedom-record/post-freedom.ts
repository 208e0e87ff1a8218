import { computeFreedom, type Brief, type FreedomTable } from '../../briefs/index.ts'
import { measureKept, type Deliverable, type DraftStep } from '../../content/index.ts'
import { formatShare, say, type Localized } from '../../shared/index.ts'
import { NO_SOURCE, reported, type Reported } from '../reported.ts'

/** What the two figures of one post are made from. */
export interface FreedomFacts {
  /** The newest version of the brief that had been sent when the last draft came in; null: none had. */
  readonly brief: { readonly version: number; readonly content: Brief } | null
  /** The weights that counted at that moment: a table that is set later changes no earlier figure. */
  readonly table: FreedomTable
  /** Oldest first. */
  readonly steps: readonly DraftStep[]
  /** UTC: when the last draft came in, else the moment of reading. */
  readonly asOf: string
}

/** Two figures that are never mixed: what the brief left free (0–100), and how much of the first draft the brand's requests left (0–1). */
export interface PostFreedom {
  readonly freedom: Reported
  readonly kept: Reported
}

const FREEDOM = say('Freedom index', '创作自由度')
const KEPT = say('Kept of the first draft', '初稿保留率')

function reportIndex({ brief, table, asOf }: FreedomFacts): Reported {
  const base = { label: FREEDOM, unit: 'of 100', asOf }
  if (brief === null) {
    const because = say('no brief had been sent when the draft came in', '初稿提交时尚未发出 brief')
    return reported({ ...base, value: null, source: NO_SOURCE, formula: say('freedom index of the brief', 'brief 的创作自由度'), because })
  }
  const { score, formula, tableVersion } = computeFreedom(brief.content, table)
  const source = say(
    `brief version ${brief.version}, table of weights ${tableVersion}`,
    `brief 第 ${brief.version} 版，权重表 ${tableVersion}`,
  )
  return reported({ ...base, value: score, source, formula })
}

const KEPT_FORMULA = say('1 − share of the first draft that the brand’s requests rewrote', '1 − 初稿中因品牌修改要求而被改写的字数占比')

function reportKept({ steps, asOf }: FreedomFacts, isPublished: boolean): Reported {
  const { kept, ownChange, versions, asked } = measureKept(steps)
  const base = { label: KEPT, unit: 'share', asOf, formula: KEPT_FORMULA }
  if (!isPublished) return reported({ ...base, value: null, source: NO_SOURCE, because: say('not published yet', '尚未发布') })
  if (kept === null) return reported({ ...base, value: null, source: NO_SOURCE, because: say('no first draft is held', '没有留存初稿') })
  const source = say(
    `${versions} drafts held, ${asked} of them asked for by the brand`,
    `留存稿件 ${versions} 版，其中 ${asked} 版因品牌要求修改`,
  )
  return reported({ ...base, value: Math.round(kept * 1000) / 1000, source, because: tellOwnChange(ownChange ?? 0) })
}

function tellOwnChange(share: number): Localized | null {
  if (share < 0.0005) return null
  return say(
    `${formatShare(share, 'en')} of it was changed by the creator unasked: not counted`,
    `另有 ${formatShare(share, 'zh')} 由达人主动修改，不计入`,
  )
}

/** Both figures of one post, each with its source; `kept` only after publication. */
export function reportFreedom(facts: FreedomFacts, { state }: Pick<Deliverable, 'state'>): PostFreedom {
  return { freedom: reportIndex(facts), kept: reportKept(facts, state === 'published') }
}
