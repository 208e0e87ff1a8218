import { formatTimes, groupBy, shanghaiClock, type Language } from '../shared/index.ts'

/** One thing that a digest tells of: its sentence in the reader's language, the moment (ISO), and its campaign where it has one. */
export interface DigestItem {
  readonly sentence: string
  readonly at: string
  readonly campaign: { readonly id: string; readonly name: string } | null
}

/** The name under which a digest travels, beside those of the events. */
export const DIGEST_EVENT = 'notice.digest'

const TITLE = {
  en: (count: number) => (count === 1 ? 'one thing happened' : `${count} things happened`),
  zh: (count: number) => `${count} 条动态`,
}

// The same thing said of many posts is one line with how often, at the moment of the last.
function tellCampaign(items: readonly DigestItem[]): string[] {
  return [...groupBy(items, ({ sentence }) => sentence)].map(([sentence, own]) => {
    const last = own.reduce((latest, { at }) => (at > latest ? at : latest), '')
    return `· ${shanghaiClock(last).slice(5)} ${sentence}${formatTimes(own.length)}`
  })
}

/** All of a day or week in one message: what happened by campaign in the order it began, with where to look. `publicUrl` has no slash at its end. */
export function writeDigest(
  items: readonly DigestItem[],
  { language, publicUrl }: { language: Language; publicUrl: string },
): { subject: string; text: string } {
  const subject = `Kolibra: ${TITLE[language](items.length)}`
  const parts = [...groupBy(items, ({ campaign }) => campaign?.id ?? '').values()].flatMap((own) => {
    const campaign = own[0]?.campaign ?? null
    const head = campaign === null ? [] : [campaign.name, `${publicUrl}/campaigns/${campaign.id}`]
    return ['', ...head, ...tellCampaign(own)]
  })
  return { subject, text: [subject, `${publicUrl}/tasks`, ...parts].join('\n') }
}
