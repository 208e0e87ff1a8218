import type { Brief } from '@kolibra/core/briefs'
import { sayIn } from './name-item.ts'
import { namePlatform, namePost } from './name-post.ts'
import type { useWords } from './use-words.ts'
import type { WordKey } from './words-zh.ts'

/** A line of the brief as it is read, with how binding it is; `lines` stand below each other. */
export interface ShownItem {
  readonly id: string
  readonly weight: Brief['mustSay'][number]['weight'] | null
  readonly lines: readonly string[]
}

/** A titled part of the brief; `isText` when it is one text and no list. One without items is not shown. */
export interface ShownSection {
  readonly title: WordKey
  readonly isText: boolean
  readonly items: readonly ShownItem[]
}

type Words = ReturnType<typeof useWords>
type Sentence = Brief['mustSay'][number]['text']

const isGiven = (line: string | null): line is string => line !== null && line.trim() !== ''

function listDelivered({ deliverables }: Brief, platforms: readonly string[], { t, language }: Words): ShownItem[] {
  const own = deliverables.filter(({ platform }) => platforms.includes(platform))
  return own.map(({ id, weight, ...asked }) => ({
    id,
    weight,
    lines: [
      `${namePost(asked, language)} × ${asked.count}`,
      t('window', { from: asked.windowFrom, to: asked.windowTo }),
      asked.fixedTime && t('brief_fixedTime', { time: asked.fixedTime }),
      asked.slot && t('brief_slot', { time: asked.slot }),
      asked.fixedCaption && t('brief_fixedCaption', { caption: asked.fixedCaption }),
    ].filter(isGiven),
  }))
}

function listDisclosure({ disclosure }: Brief, platforms: readonly string[], { t, language }: Words): string[] {
  const own = disclosure.platforms.filter(({ platform }) => platforms.includes(platform))
  const all = [{ ...disclosure, platform: null }, ...own]
  const lines = all.map(({ platform, label, filingChannel, note }) =>
    [
      platform && namePlatform(platform, language),
      label && t('brief_label', { label }),
      filingChannel && t('brief_filing', { channel: filingChannel }),
      sayIn(language, note),
    ]
      .filter(isGiven)
      .join(' '),
  )
  return lines.filter(isGiven)
}

/** The parts of a brief in the order in which one reads them; posts and labels only of `platforms`. The one list of what the page shows. */
export function listSections(content: Brief, platforms: readonly string[], words: Words): ShownSection[] {
  const { t, language } = words
  const say = (text: Sentence) => sayIn(language, text)
  const text = (title: WordKey, id: string, ...lines: readonly string[]): ShownSection => ({
    title,
    isText: true,
    items: [{ id, weight: null, lines }],
  })
  const list = (title: WordKey, items: readonly ShownItem[]): ShownSection => ({ title, isText: false, items })
  const item = (id: string, line: string, weight: ShownItem['weight'] = null): ShownItem => ({ id, weight, lines: [line] })
  const { revisionRounds: rounds, reviewHours: review, responseHours: response } = content
  return [
    ...(['goal', 'keyMessage', 'audience', 'background'] as const).map((name) => text(`brief_${name}`, name, say(content[name]))),
    list('brief_deliverables', listDelivered(content, platforms, words)),
    list(
      'brief_mustSay',
      content.mustSay.map((each) => item(each.id, say(each.text), each.weight)),
    ),
    list(
      'brief_mustNot',
      content.mustNot.map((each) => item(each.id, say(each.text))),
    ),
    list(
      'brief_verbatim',
      content.verbatim.map((each) => item(each.id, each.text, each.weight)),
    ),
    list(
      'brief_shots',
      content.shots.map((each) => item(each.id, say(each.text), each.weight)),
    ),
    list(
      'brief_facts',
      content.productFacts.map((each) => item(each.id, say(each.text))),
    ),
    text('brief_disclosure', 'disclosure', ...listDisclosure(content, platforms, words)),
    list(
      'brief_links',
      content.links.map((each) => item(each.id, each.value)),
    ),
    list(
      'brief_hashtags',
      content.hashtags.map((each) => item(each.id, each.text, each.weight)),
    ),
    list(
      'brief_assets',
      content.assets.map((each) => item(each.id, `${each.name} ${each.reach}`, each.weight)),
    ),
    text('brief_review', 'review', t('brief_rounds', { rounds, review, response })),
    list(
      'brief_exclusivity',
      content.exclusivity.map(({ id, days }) => item(id, t('brief_days', { days }))),
    ),
    text('brief_rights', 'usageRights', say(content.usageRights)),
    text('brief_payment', 'paymentTerms', say(content.paymentTerms)),
    list(
      'brief_contacts',
      content.contacts.map(({ id, role, reach }) => item(id, `${role} ${reach}`)),
    ),
  ]
}
