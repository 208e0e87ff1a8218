import type { Brief } from '@kolibra/core/briefs'
import { useEffect, type ReactNode } from 'react'
import { sendPart } from './ask.ts'
import { AskItem, LeftQuestions, TalkContext } from './AskItem.tsx'
import { BackLink } from './HomeScreen.tsx'
import { sayIn } from './name-item.ts'
import { namePlatform, namePost } from './name-post.ts'
import type { BriefTalk } from './page-data.ts'
import { Part } from './parts.tsx'
import { useWords } from './use-words.ts'
import type { WordKey } from './words-zh.ts'

type Weight = Brief['mustSay'][number]['weight']

function useSay() {
  const { language } = useWords()
  return (text: { zh: string; en: string }) => sayIn(language, text)
}

/** A list of lines with how binding each is; nothing when there is none. */
function Lines({ title, items }: { title: WordKey; items: readonly { id: string; weight?: Weight; text: ReactNode }[] }) {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <Part title={t(title)}>
      <ul className="lines">
        {items.map(({ id, weight, text }) => (
          <li key={id}>
            {weight !== undefined && <span className={`weight weight-${weight}`}>{t(`weight_${weight}`)}</span>} {text}
            <AskItem itemId={id} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

interface Asked {
  readonly content: Brief
  /** Platforms on which this creator posts; what the brief says of others is left out. */
  readonly platforms: readonly string[]
}

function Delivered({ content, platforms }: Asked) {
  const { t, language } = useWords()
  const own = content.deliverables.filter(({ platform }) => platforms.includes(platform))
  const items = own.map((asked) => ({
    id: asked.id,
    weight: asked.weight,
    text: (
      <>
        {namePost(asked, language)} × {asked.count}
        <br />
        {t('window', { from: asked.windowFrom, to: asked.windowTo })}
        {asked.fixedTime !== null && <span className="line">{t('brief_fixedTime', { time: asked.fixedTime })}</span>}
        {asked.slot !== null && <span className="line">{t('brief_slot', { time: asked.slot })}</span>}
        {asked.fixedCaption !== null && <span className="line">{t('brief_fixedCaption', { caption: asked.fixedCaption })}</span>}
      </>
    ),
  }))
  return <Lines title="brief_deliverables" items={items} />
}

function Disclosure({ content: { disclosure }, platforms }: Asked) {
  const { t, language } = useWords()
  const say = useSay()
  const all = [{ ...disclosure, platform: null }, ...disclosure.platforms.filter(({ platform }) => platforms.includes(platform))]
  return (
    <Part title={t('brief_disclosure')}>
      <ul className="lines">
        {all.map(({ platform, label, filingChannel, note }) => (
          <li key={platform ?? ''}>
            {platform !== null && <strong>{namePlatform(platform, language)} </strong>}
            {label !== null && label !== '' && t('brief_label', { label })}{' '}
            {filingChannel !== null && t('brief_filing', { channel: filingChannel })} {say(note)}
          </li>
        ))}
      </ul>
      <AskItem itemId="disclosure" />
    </Part>
  )
}

/** The brief in plain words: what binds and what is free, in the order in which one reads it. */
export function BriefScreen({ platforms, ...talk }: BriefTalk & { platforms: readonly string[] }) {
  const { t } = useWords()
  const say = useSay()
  const { linkId, brief } = talk
  const { content, version } = brief
  // The receipt is the server's to keep once; one that got lost comes at the next look.
  useEffect(() => void sendPart(`${linkId}/receipts`, { briefId: brief.id }).catch(() => undefined), [linkId, brief.id])
  const sentences = (items: readonly { id: string; weight: Weight; text: { zh: string; en: string } }[]) =>
    items.map(({ id, weight, text }) => ({ id, weight, text: say(text) }))
  const words = (items: readonly { id: string; weight: Weight; text: string }[]) =>
    items.map(({ id, weight, text }) => ({ id, weight, text }))
  const { revisionRounds: rounds, reviewHours: review, responseHours: response } = content
  return (
    <TalkContext value={talk}>
      <BackLink />
      <h1>{t('brief_version', { version })}</h1>
      <p className="dim">{t('askHint')}</p>
      <LeftQuestions talk={talk} platforms={platforms} />
      {(['goal', 'keyMessage', 'audience', 'background'] as const).map((name) => (
        <Part key={name} title={t(`brief_${name}`)}>
          <p>{say(content[name])}</p>
          <AskItem itemId={name} />
        </Part>
      ))}
      <Delivered content={content} platforms={platforms} />
      <Lines title="brief_mustSay" items={sentences(content.mustSay)} />
      <Lines title="brief_mustNot" items={content.mustNot.map(({ id, text }) => ({ id, text: say(text) }))} />
      <Lines title="brief_verbatim" items={words(content.verbatim)} />
      <Lines title="brief_shots" items={sentences(content.shots)} />
      <p className="note">{t('brief_free')}</p>
      <Lines title="brief_facts" items={content.productFacts.map(({ id, text }) => ({ id, text: say(text) }))} />
      <Disclosure content={content} platforms={platforms} />
      <Lines title="brief_links" items={content.links.map(({ id, value }) => ({ id, text: value }))} />
      <Lines title="brief_hashtags" items={words(content.hashtags)} />
      <Lines title="brief_assets" items={content.assets.map(({ id, weight, name, reach }) => ({ id, weight, text: `${name} ${reach}` }))} />
      <Part title={t('brief_review')}>
        <p>{t('brief_rounds', { rounds, review, response })}</p>
        <AskItem itemId="review" />
      </Part>
      <Lines title="brief_exclusivity" items={content.exclusivity.map(({ id, days }) => ({ id, text: t('brief_days', { days }) }))} />
      {(['usageRights', 'paymentTerms'] as const).map((name) => (
        <Part key={name} title={t(name === 'usageRights' ? 'brief_rights' : 'brief_payment')}>
          <p>{say(content[name])}</p>
          <AskItem itemId={name} />
        </Part>
      ))}
      <Lines title="brief_contacts" items={content.contacts.map(({ id, role, reach }) => ({ id, text: `${role} ${reach}` }))} />
      <a className="main" href="#playback">
        {t('playTitle')}
      </a>
      <BackLink />
    </TalkContext>
  )
}
