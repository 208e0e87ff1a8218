import { Text } from '@mantine/core'
import { hasOwnSentence, listBriefItems, SENTENCE_SECTIONS, type Bilingual, type Brief, type BriefSection } from '@kolibra/core/briefs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'

/** What stands under an item of the brief: its questions and suggestions. */
export type UnderItem = (itemId: string, text: Bilingual | null) => ReactNode

function Line({ name, text, children }: { name: string; text: Bilingual; children: ReactNode }) {
  const { t } = useTranslation()
  const side = (value: string, lang: string) =>
    value === '' ? (
      <Text span c="dimmed">
        {t('brief.notWritten')}
      </Text>
    ) : (
      <span lang={lang}>{value}</span>
    )
  return (
    <div className="brief-line">
      <div className="brief-name">{name}</div>
      <div>{side(text.zh, 'zh-CN')}</div>
      <div>{side(text.en, 'en')}</div>
      {children !== null && <div className="brief-under">{children}</div>}
    </div>
  )
}

const SHORT: readonly BriefSection[] = ['shots', 'hashtags', 'links', 'assets', 'verbatim', 'reviewSteps', 'contacts']

function withAsset(name: string, asset: Brief['assets'][number] | undefined, until: (day: string) => string): string {
  if (asset === undefined) return name
  return [name, asset.reach, asset.rightsUntil === null ? '' : until(asset.rightsUntil)].filter(Boolean).join(' · ')
}

/** The lists that are read as they stand: one line each, by the section's name. */
function Lists({ brief, under }: { brief: Brief; under: UnderItem }) {
  const { t } = useTranslation()
  const names = useNames()
  const whole = (id: string, text: Bilingual): Bilingual => {
    const asset = brief.assets.find((one) => one.id === id)
    const told = withAsset(text.zh, asset, (day) => t('briefAssets.until', { day }))
    return asset === undefined ? text : { zh: told, en: told }
  }
  return listBriefItems(brief)
    .filter(({ section, text }) => SHORT.includes(section) && text !== null)
    .map(({ id, section, text }) => (
      <Line key={id} name={names('briefSection', section)} text={whole(id, text ?? { zh: '', en: '' })}>
        {under(id, hasOwnSentence(brief, id) ? text : null)}
      </Line>
    ))
}

function Agreements({ brief }: { brief: Brief }) {
  const { t } = useTranslation()
  const names = useNames()
  const { revisionRounds: rounds, responseHours: response, reviewHours: review, autoApproveDays: days } = brief
  return (
    <>
      {brief.kpis.map(({ id, name, target, deadline }) => (
        <Text size="sm" key={id}>
          {names('kpi', name)} · {target?.toLocaleString('en') ?? '—'} · {deadline ?? '—'}
        </Text>
      ))}
      {brief.disclosure.platforms.map(({ id, platform, label, filingChannel, note }) => (
        <Text size="sm" key={id}>
          {t(`platform.${platform}`)} · {label ?? brief.disclosure.label} · {filingChannel === null ? '—' : names('filing', filingChannel)}{' '}
          {note.zh}
        </Text>
      ))}
      {brief.exclusivity.map(({ id, category, platforms, days: exclusive }) => (
        <Text size="sm" key={id}>
          {t('briefSection.exclusivity')} · {category ?? t('brief.ownCategory')} ·{' '}
          {platforms.length === 0 ? t('brief.everyPlatform') : platforms.map((one) => t(`platform.${one}`)).join(t('ui.comma'))} ·{' '}
          {t('brief.exclusiveFor', { days: exclusive })}
        </Text>
      ))}
      <Text size="sm">
        {t('brief.clocksText', { rounds, response, review })}
        {days !== null && ` · ${t('brief.autoText', { days })}`}
      </Text>
    </>
  )
}

/** A brief version to read, both languages side by side; a missing side is said. */
export function BriefView({ brief, under = () => null }: { brief: Brief; under?: UnderItem }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <div className="brief-view">
      {SENTENCE_SECTIONS.map((key) => (
        <Line key={key} name={t(`brief.${key}`)} text={brief[key]}>
          {under(key, brief[key])}
        </Line>
      ))}
      {brief.productFacts.map((fact, index) => (
        <Line key={fact.id} name={`${t('brief.fact')} ${index + 1}${fact.evidence ? ` (${fact.evidence})` : ''}`} text={fact.text}>
          {under(fact.id, fact.text)}
        </Line>
      ))}
      {brief.mustSay.map((point, index) => (
        <Line key={point.id} name={`${t(`weight.${point.weight}`)} ${index + 1}`} text={point.text}>
          {under(point.id, point.text)}
        </Line>
      ))}
      {brief.mustNot.map((item, index) => (
        <Line key={item.id} name={`${t('brief.mustNot')} ${index + 1}`} text={item.text}>
          {under(item.id, item.text)}
        </Line>
      ))}
      {brief.deliverables.map((item) => (
        <Text size="sm" component="div" key={item.id}>
          {item.count} × {t(`platform.${item.platform}`)} {names('format', item.format)} · {item.windowFrom} – {item.windowTo} ·{' '}
          {item.fixedTime ?? t('brief.creatorsChoice')}
          {under(item.id, null)}
        </Text>
      ))}
      <Lists brief={brief} under={under} />
      <Agreements brief={brief} />
    </div>
  )
}
