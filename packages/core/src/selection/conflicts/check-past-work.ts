import { listClashes, nameSource, type PastEngagement } from '../../creators/index.ts'
import { addDays, nameZh, PLATFORM_NAMES_ZH, say } from '../../shared/index.ts'
import type { Conflict, ConflictFacts, ConflictQuestion } from './conflict-facts.ts'
import { COMPETITOR_DAYS } from './conflict-table.ts'

/** Exclusivity, a celebrity's one brand, competitors by day and by hearsay; or that past work is not known. */
export function checkPastWork({ account, engagements, clearances }: ConflictFacts, asked: ConflictQuestion): Conflict[] {
  const isCelebrity = account.creatorType?.value === 'celebrity'
  const told = tellCompetitors(account.brands, asked)
  if (engagements === undefined || engagements === null) return [...told, ...tellUnknown(isCelebrity, clearances ?? [], asked)]
  const question = { ...asked, competitorDays: COMPETITOR_DAYS, from: asked.starts, to: asked.ends, platform: account.platform }
  const clashes = engagements.map((one) => ({ one, why: listClashes(one, question) }))
  const clashing = (why: 'exclusivity' | 'competitor') => clashes.flatMap((each) => (each.why.includes(why) ? [each.one] : []))
  const bound = isCelebrity ? engagements.filter((one) => isOtherBrand(one, asked) && !clashing('exclusivity').includes(one)) : []
  return [
    ...clashing('exclusivity').map(tellExclusivity),
    ...bound.map(tellCelebrity),
    ...clashing('competitor').map(tellCompetitor),
    ...told,
  ]
}

const fold = (brand: string) => brand.normalize('NFKC').toLowerCase().trim()

/** Work for another brand of the category on days of the campaign, exclusive or not. */
const isOtherBrand = ({ brand, category, from, to }: PastEngagement, asked: ConflictQuestion) =>
  fold(brand) !== fold(asked.brand) && category === asked.category && from <= asked.ends && to >= asked.starts

/** Nothing when somebody asked late enough: an older answer says nothing of the days a competitor is remembered for. */
function tellUnknown(
  isCelebrity: boolean,
  clearances: NonNullable<ConflictFacts['clearances']>,
  { starts, ends }: ConflictQuestion,
): Conflict[] {
  const last = clearances
    .map(({ askedOn }) => askedOn)
    .filter((day) => day <= ends)
    .toSorted()
    .at(-1)
  if (last !== undefined && last >= addDays(starts, -COMPETITOR_DAYS)) return []
  const asked =
    last === undefined
      ? say('', '')
      : say(
          ` Last asked on ${last}, more than ${COMPETITOR_DAYS} days before the start.`,
          `上次询问在 ${last}，距开始超过 ${COMPETITOR_DAYS} 天。`,
        )
  return [
    {
      kind: isCelebrity ? 'unknownCelebrity' : 'unknown',
      because: say(
        `Past work of this creator is not known, so conflicts cannot be excluded.${asked.en}`,
        `达人过往合作未知，无法排除冲突。${asked.zh}`,
      ),
      fix: say(
        `Ask for the brands of the last ${COMPETITOR_DAYS} days and enter them, or that there is none.`,
        `请询问近 ${COMPETITOR_DAYS} 天合作品牌并录入；没有的，也请录入。`,
      ),
    },
  ]
}

function tellExclusivity({ brand, platforms, from, to, source }: PastEngagement): Conflict {
  const places = platforms ?? []
  const where =
    places.length === 0
      ? say('', '')
      : say(` on ${places.join(', ')}`, `（仅${places.map((platform) => nameZh(PLATFORM_NAMES_ZH, platform)).join('、')}）`)
  return {
    kind: 'exclusivity',
    because: say(
      `Bound to ${brand} in this category${where.en} from ${from} to ${to} (${source}).`,
      `${from} 至 ${to} 在本品类${where.zh}与 ${brand} 有排他约定（${source}）。`,
    ),
    fix: say('Move the dates or choose another creator.', '请调整日期或更换达人。'),
  }
}

function tellCelebrity({ brand, from, to, source }: PastEngagement): Conflict {
  return {
    kind: 'celebrity',
    because: say(
      `A celebrity stands for one brand: works for ${brand} in this category from ${from} to ${to} (${source}).`,
      `明星只代言一个品牌：${from} 至 ${to} 在本品类为 ${brand} 合作（${source}）。`,
    ),
    fix: say(
      'Choose another celebrity, or settle it with the other brand and waive with a reason.',
      '请更换明星，或与对方品牌协商后说明理由豁免。',
    ),
  }
}

function tellCompetitor({ brand, to, source }: PastEngagement): Conflict {
  return {
    kind: 'competitor',
    because: say(
      `Worked for the competitor ${brand} until ${to}, within ${COMPETITOR_DAYS} days of the start (${source}).`,
      `与竞品 ${brand} 的合作至 ${to}，距开始不足 ${COMPETITOR_DAYS} 天（${source}）。`,
    ),
    fix: say('Choose another creator, or have the owner waive it with a reason.', '请更换达人，或由所有者说明理由后豁免。'),
  }
}

function tellCompetitors(brands: ConflictFacts['account']['brands'], { competitors }: ConflictQuestion): Conflict[] {
  const rivals = new Set(competitors.map(fold))
  const seen = new Set<string>()
  return brands.flatMap(({ brand, source }) => {
    if (!rivals.has(fold(brand)) || seen.has(fold(brand))) return []
    seen.add(fold(brand))
    const from = nameSource(source)
    return [
      {
        kind: 'competitorTold' as const,
        because: say(
          `${from.en} names the competitor ${brand} among the brands worked with, without a day.`,
          `${from.zh}显示曾与竞品 ${brand} 合作，日期未知。`,
        ),
        fix: say('Ask when that was, and enter it as work for another brand.', '请询问合作时间，并录入为其他品牌合作。'),
      },
    ]
  })
}
