import { computeFreedom, listScripted, listSentences, type Brief, type FreedomTable } from '../briefs/index.ts'
import { findWhen, makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import { countRewritten, findDuplicates, indexText, measureBrieflike, type IndexedText } from '../content/index.ts'
import { formatShare, nameZh, say, type CreatorType } from '../shared/index.ts'
import type { DeliverableUnderJudgement, GateAnswer, GateInput } from './gate-input.ts'
import { THRESHOLDS } from './gate-threshold-table.ts'
import { DEMAND_NAMES_ZH } from './names-zh.ts'

const roundHundredth = (share: number | null) => (share === null ? null : Math.round(share * 100) / 100)

/** Words of the brief a draft could have copied; names, hashtags and the label are the law's or the brand's to ask. */
function listBriefTexts(brief: Brief): string[] {
  return [...listSentences(brief).flatMap(({ text }) => [text.zh, text.en]), ...brief.verbatim.map(({ text }) => text)]
}

/** The part of the brief that concerns this deliverable, so that another platform's caption does not cost its freedom. */
function narrowBrief(brief: Brief, { deliverable }: DeliverableUnderJudgement): Brief {
  const own = brief.deliverables.filter(({ platform }) => platform === deliverable.platform)
  return { ...brief, deliverables: own.length > 0 ? own : brief.deliverables }
}

/** The numbers Trust compares; they, not the other creators' drafts, are what the pass is bound to. */
function measureDraft({ draft, deliverable, previousDrafts }: DeliverableUnderJudgement, brief: Brief, texts: readonly IndexedText[]) {
  if (draft === null) return null
  const first = previousDrafts[0]
  const own = texts.find(({ id }) => id === deliverable.id)
  return {
    brieflike: roundHundredth(measureBrieflike(draft.facts.text, listBriefTexts(brief))),
    rewritten: first === undefined ? null : roundHundredth(countRewritten(first.facts.text, draft.facts.text)),
    duplicates: own === undefined ? [] : findDuplicates(own, texts, THRESHOLDS.duplicate.value),
  }
}

interface Asked {
  readonly type: CreatorType | null
  readonly table: FreedomTable | undefined
}

function checkFreedom(brief: Brief, { type, table }: Asked, subject: Subject): Finding[] {
  const { score, bestSingleChange } = computeFreedom(brief, table)
  const { name = '', gain = 0 } = bestSingleChange ?? {}
  const isScripted = type === 'koc' && listScripted(brief).length > 0
  return [
    ...findWhen(isScripted, subject, {
      code: 'trust.koc_scripted',
      severity: 'block',
      because: say('The brief demands words verbatim of a KOC; a KOC is never scripted.', 'Brief 要求素人照念文字；素人不得照稿。'),
      fix: say('Strike the verbatim texts.', '请删除照念文字。'),
      waivable: false,
    }),
    ...findWhen(score < THRESHOLDS.freedomWarn.value, subject, {
      code: 'trust.freedom_low',
      severity: score < THRESHOLDS.freedomBlock.value ? 'block' : 'warn',
      because: say(
        `The freedom index is ${score} of 100 (warn under ${THRESHOLDS.freedomWarn.value}, block under ${THRESHOLDS.freedomBlock.value}).`,
        `创作自由指数为 ${score}/100（低于 ${THRESHOLDS.freedomWarn.value} 提醒，低于 ${THRESHOLDS.freedomBlock.value} 拦截）。`,
      ),
      fix: say(
        `Demand less; the largest single gain: ${name} +${gain}.`,
        `请减少限制；单项提升最大：${nameZh(DEMAND_NAMES_ZH, name)} +${gain}。`,
      ),
    }),
  ]
}

function areRoundsUsedUp({ deliverable }: DeliverableUnderJudgement, { revisionRounds }: Brief): boolean {
  return deliverable.revisionRounds === revisionRounds && deliverable.state === 'draft_in_review'
}

function checkRounds(item: DeliverableUnderJudgement, brief: Brief, subject: Subject): Finding[] {
  const { revisionRounds: used } = item.deliverable
  const allowed = brief.revisionRounds
  return [
    ...findWhen(used > allowed, subject, {
      code: 'trust.rounds_exceeded',
      severity: 'block',
      because: say(
        `${used} revision rounds were asked for, the brief allows ${allowed}.`,
        `已要求 ${used} 轮修改，brief 约定 ${allowed} 轮。`,
      ),
      fix: say('Accept the draft, or agree a new brief with the creator.', '请接受稿件，或与达人重新约定。'),
    }),
    ...findWhen(areRoundsUsedUp(item, brief), subject, {
      code: 'trust.rounds_used_up',
      severity: 'warn',
      because: say(
        `All ${allowed} revision rounds of the brief are used; another request would exceed it.`,
        `brief 约定的 ${allowed} 轮修改已用完；再次要求修改将超出约定。`,
      ),
      fix: say('Approve this draft, or agree another round with the creator.', '请通过此稿，或与达人另行约定。'),
    }),
  ]
}

function checkProduct({ draft, productProof }: DeliverableUnderJudgement, subject: Subject): Finding[] {
  const isProved = productProof !== null && productProof.receivedAt !== null && productProof.inUseSince !== null && productProof.isShown
  return findWhen(draft !== null && !isProved, subject, {
    code: 'trust.product_unproved',
    severity: 'warn',
    because: say(
      'A draft is here, but nothing shows that the creator received and used the product.',
      '已有稿件，但没有达人收到并使用产品的记录。',
    ),
    fix: say('Note when it was received, in use since when, and what shows it.', '请登记收货、开始使用的时间和凭证。'),
  })
}

function checkVoice(measured: NonNullable<ReturnType<typeof measureDraft>>, type: CreatorType | null, subject: Subject): Finding[] {
  const { brieflike, rewritten, duplicates } = measured
  const [closest] = duplicates
  return [
    ...findWhen((brieflike ?? 0) > THRESHOLDS.brieflike.value, subject, {
      code: 'trust.brieflike',
      severity: 'warn',
      because: say(
        `${formatShare(brieflike, 'en')} of the draft stands word for word in the brief.`,
        `稿件中 ${formatShare(brieflike, 'zh')} 的文字与 brief 相同。`,
      ),
      fix: say('Let the creator say it in their own words.', '请让达人用自己的话表达。'),
    }),
    ...findWhen((rewritten ?? 0) > THRESHOLDS.rewritten.value, subject, {
      code: 'trust.rewritten',
      severity: 'warn',
      because: say(
        `${formatShare(rewritten, 'en')} of the creator’s first draft was rewritten.`,
        `达人初稿已有 ${formatShare(rewritten, 'zh')} 被改写。`,
      ),
      fix: say('Return to the creator’s own words where no rule asks otherwise.', '规则未要求之处，请恢复达人原话。'),
    }),
    ...findWhen(closest !== undefined, subject, {
      code: 'trust.duplicate',
      severity: type === 'koc' ? 'block' : 'warn',
      because: say(
        `The draft is ${formatShare(closest?.likeness ?? null, 'en')} like that of deliverable ${closest?.id ?? ''}.`,
        `稿件与 ${closest?.id ?? ''} 的稿件相似度为 ${formatShare(closest?.likeness ?? null, 'zh')}。`,
      ),
      fix: say('Ask for a text of the creator’s own.', '请达人提交原创内容。'),
    }),
  ]
}

function judgeOne(item: DeliverableUnderJudgement, input: GateInput, texts: readonly IndexedText[]): GateAnswer {
  const { deliverable } = item
  const subject: Subject = { kind: 'deliverable', id: deliverable.id }
  const answer = { gate: 'trust' as const, subject, label: deliverable.creatorName ?? deliverable.creatorId }
  if (input.brief === null) {
    const missing = makeFinding(subject, {
      code: 'trust.brief_missing',
      severity: 'info',
      because: say('There is no brief whose demands could be judged.', '还没有可评估的 brief。'),
      fix: say('Write the brief.', '请撰写 brief。'),
    })
    return { ...answer, isOpen: true, parts: { brief: null }, findings: [missing] }
  }
  const brief = narrowBrief(input.brief.brief, item)
  const type = input.chosen.find(({ creatorId }) => creatorId === deliverable.creatorId)?.account.creatorType?.value ?? null
  const measured = measureDraft(item, brief, texts)
  return {
    ...answer,
    isOpen: false,
    parts: {
      brief,
      creator: { type },
      rounds: { used: deliverable.revisionRounds, areUsedUp: areRoundsUsedUp(item, brief) },
      draft: item.draft?.facts.text ?? null,
      product: item.productProof,
      likeness: measured,
      ...(input.freedomTable === undefined ? {} : { freedomTable: input.freedomTable }),
    },
    findings: [
      ...checkFreedom(brief, { type, table: input.freedomTable }, subject),
      ...checkRounds(item, brief, subject),
      ...checkProduct(item, subject),
      ...(measured === null ? [] : checkVoice(measured, type, subject)),
    ],
  }
}

/** Gate 4, judges each deliverable: what the brief demands of its creator, rounds, proof of product, own voice. */
export function judgeTrust(input: GateInput): GateAnswer[] {
  const texts = input.deliverables.flatMap(({ draft, deliverable }) =>
    draft === null ? [] : [indexText(deliverable.id, draft.facts.text)],
  )
  return input.deliverables.map((item) => judgeOne(item, input, texts))
}
