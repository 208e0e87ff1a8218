import { Text } from '@mantine/core'
import { listBriefItems, type Bilingual, type Brief, type BriefSection } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'

function Line({ name, text }: { name: string; text: Bilingual }) {
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
    </div>
  )
}

const SENTENCES = ['background', 'goal', 'audience', 'keyMessage', 'usageRights', 'paymentTerms'] as const

const SHORT: readonly BriefSection[] = ['shots', 'hashtags', 'links', 'assets', 'verbatim', 'reviewSteps', 'contacts']

/** The lists that are read as they stand: one line each, by the section's name. */
function Lists({ brief }: { brief: Brief }) {
  const names = useNames()
  return listBriefItems(brief)
    .filter(({ section, text }) => SHORT.includes(section) && text !== null)
    .map(({ id, section, text }) => <Line key={id} name={names('briefSection', section)} text={text ?? { zh: '', en: '' }} />)
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
export function BriefView({ brief }: { brief: Brief }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <div className="brief-view">
      {SENTENCES.map((key) => (
        <Line key={key} name={t(`brief.${key}`)} text={brief[key]} />
      ))}
      {brief.productFacts.map((fact, index) => (
        <Line key={fact.id} name={`${t('brief.fact')} ${index + 1}${fact.evidence ? ` (${fact.evidence})` : ''}`} text={fact.text} />
      ))}
      {brief.mustSay.map((point, index) => (
        <Line key={point.id} name={`${t(`weight.${point.weight}`)} ${index + 1}`} text={point.text} />
      ))}
      {brief.mustNot.map((item, index) => (
        <Line key={item.id} name={`${t('brief.mustNot')} ${index + 1}`} text={item.text} />
      ))}
      {brief.deliverables.map((item) => (
        <Text size="sm" key={item.id}>
          {item.count} × {t(`platform.${item.platform}`)} {names('format', item.format)} · {item.windowFrom} – {item.windowTo} ·{' '}
          {item.fixedTime ?? t('brief.creatorsChoice')}
        </Text>
      ))}
      <Lists brief={brief} />
      <Agreements brief={brief} />
    </div>
  )
}
