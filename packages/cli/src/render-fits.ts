import type { Vetting } from '@kolibra/core/creators'
import { FIT_PARTS, orderOfFit, type FitPartName, type FitReport } from '@kolibra/core/selection'
import { formatShare, say, type Language, type Localized } from '@kolibra/core/shared'
import { renderTable } from './render-table.ts'
import type { VettingVoice } from './render-vettings.ts'

const NAMES: Readonly<Record<FitPartName, Localized>> = {
  audience: say('audience', '受众'),
  content: say('content', '内容'),
  authenticity: say('authenticity', '真实性'),
  price: say('price', '价格'),
  safety: say('safety', '品牌安全'),
  pastWork: say('past work', '过往合作'),
}

const WORDS = {
  title: say(
    'Fit for the campaign; the order draws a fit towards 50 by as much evidence as is missing',
    '与项目的匹配度（排序时按缺失证据的比例向 50 收缩）',
  ),
  account: say('account', '账号'),
  fit: say('fit', '匹配度'),
  evidence: say('evidence', '证据完整度'),
  why: say('Why', '依据'),
  unknown: say('unknown', '未知'),
}

/** So many accounts are told in sentences; the table holds all of them, and json everything. */
const MOST_TOLD = 10

/** How accounts fit a campaign, for people: one line each, then the sum and the evidence of the first ten. */
export function renderFits(vettings: readonly Vetting[], fits: readonly FitReport[], { language, nameOf }: VettingVoice): string {
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const tell = (value: number | null) => (value === null ? word('unknown') : String(Math.round(100 * value)))
  const ranked = fits
    .map((fit, at) => ({ fit, name: nameOf(vettings[at]?.id ?? '') }))
    .toSorted((a, b) => orderOfFit(b.fit) - orderOfFit(a.fit) || (a.name < b.name ? -1 : 1))
  const table = renderTable(
    [
      { title: word('account') },
      { title: word('fit'), align: 'right' },
      { title: word('evidence'), align: 'right' },
      ...FIT_PARTS.map((part) => ({ title: NAMES[part][language], align: 'right' as const })),
    ],
    ranked.map(({ fit, name }) => [
      name,
      tell(fit.score),
      formatShare(fit.completeness, language),
      ...FIT_PARTS.map((code) => tell(fit.parts.find((part) => part.code === code)?.value ?? null)),
    ]),
  )
  const told = ranked.slice(0, MOST_TOLD).map(({ fit, name }) => `  ${name}\n${tellParts(fit, language)}`)
  return `\n${word('title')} (${fits[0]?.version ?? ''})\n\n${table}\n${word('why')}\n${told.join('')}`
}

function tellParts({ formula, parts }: FitReport, language: Language): string {
  const lines = parts.map(({ code, because, value, without }) => {
    const rest = value === null || without === null ? '' : tellWithout(without)[language]
    return `    ${NAMES[code][language]}${language === 'zh' ? '：' : ': '}${because[language]}${rest}\n`
  })
  return `${formula === null ? '' : `    ${formula}\n`}${lines.join('')}`
}

const tellWithout = (without: number) =>
  say(` Not known, the fit would be ${Math.round(100 * without)}.`, `若此项未知，匹配度为 ${Math.round(100 * without)}。`)
