import { Text } from '@mantine/core'
import type { Bilingual, Brief } from '@kolibra/core/briefs'
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
        <Line key={`fact${index}`} name={`${t('brief.fact')} ${index + 1}${fact.evidence ? ` (${fact.evidence})` : ''}`} text={fact.text} />
      ))}
      {brief.mustSay.map((point, index) => (
        <Line key={`say${index}`} name={`${t(`weight.${point.weight}`)} ${index + 1}`} text={point.text} />
      ))}
      {brief.mustNot.map((item, index) => (
        <Line key={`not${index}`} name={`${t('brief.mustNot')} ${index + 1}`} text={item.text} />
      ))}
      {brief.deliverables.map((item, index) => (
        <Text size="sm" key={`post${index}`}>
          {item.count} × {t(`platform.${item.platform}`)} {names('format', item.format)} · {item.windowFrom} – {item.windowTo} ·{' '}
          {item.fixedTime ?? t('brief.creatorsChoice')}
        </Text>
      ))}
    </div>
  )
}
