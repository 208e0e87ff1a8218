import type { Vetting } from '@kolibra/core/creators'
import { formatShare, say, TYPE_NAMES_ZH, type Language } from '@kolibra/core/shared'
import type { NameOf } from './name-accounts.ts'
import { renderTable } from './render-table.ts'

const WORDS = {
  account: say('account', '账号'),
  type: say('type', '类型'),
  score: say('score', '评分'),
  evidence: say('evidence', '证据完整度'),
  posts: say('posts held', '所持作品'),
  safety: say('brand safety', '品牌安全'),
  unknown: say('unknown', '未知'),
  odd: say('Signals that weigh, and what explains numbers', '不利信号及可解释的因素'),
  best: say(
    'Scores are at most 85: of creators nobody has looked at some 15 % are taken to be inconsistent with their peers (docs/vetting.md).',
    '评分最高为 85：在未见任何信号时，仍假设约 15% 的达人与同类不一致（docs/vetting.md）。',
  ),
  none: say('No signal weighs against any account.', '没有任何信号对账号不利。'),
  tone: say('Tone beside what is wished', '文风与期望对照'),
  met: say('met', '符合'),
  unmet: say('not met', '不符合'),
  silent: say('Nothing could be judged: no evidence is no clean record.', '无从判断：没有证据不等于没有问题。'),
}

/** How vettings are told: names of accounts, language of the reader. */
export interface VettingVoice {
  readonly language: Language
  readonly nameOf: NameOf
}

/** Vettings for people: one line per account, then the sentences of what is odd and of what explains it. */
export function renderVettings(vettings: readonly Vetting[], { language, nameOf }: VettingVoice): string {
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const table = renderTable(
    [
      { title: word('account') },
      { title: word('type') },
      { title: word('score'), align: 'right' },
      { title: word('evidence'), align: 'right' },
      { title: word('posts'), align: 'right' },
      { title: word('safety'), align: 'right' },
    ],
    vettings.map(({ id, type, authenticity, image }) => [
      nameOf(id),
      tellType(type.value, language) ?? word('unknown'),
      tellScore(authenticity.score) ?? word('unknown'),
      formatShare(authenticity.completeness, language),
      image.postsTotal === null ? String(image.postsHeld) : `${image.postsHeld} / ${image.postsTotal}`,
      tellScore(image.safety.score) ?? word('unknown'),
    ]),
  )
  const isSilent = vettings.every(({ authenticity }) => authenticity.score === null)
  const head = isSilent ? table : `${table}\n  ${word('best')}\n`
  const lines = vettings.flatMap((vetting) => listSentences({ ...vetting, id: nameOf(vetting.id) }, language))
  const wishes = vettings.flatMap((vetting) => listWishes({ ...vetting, id: nameOf(vetting.id) }, language))
  const tone = wishes.length === 0 ? '' : `\n${word('tone')}\n\n${wishes.join('')}`
  if (lines.length > 0) return `${head}\n${word('odd')}\n\n${lines.join('')}${tone}`
  return `${head}\n${word(isSilent ? 'silent' : 'none')}\n${tone}`
}

const tellType = (type: Vetting['type']['value'], language: Language) => (type === null || language === 'en' ? type : TYPE_NAMES_ZH[type])

function listWishes({ id, image: { toneFit } }: Vetting, language: Language): string[] {
  return (toneFit ?? []).map(({ isMet, because, becauseZh }) => {
    const said = language === 'zh' ? becauseZh : because
    return `  ${id}  ${said}  ${WORDS[isMet ? 'met' : 'unmet'][language]}\n`
  })
}

function listSentences({ id, authenticity, image }: Vetting, language: Language): string[] {
  const unsafe = image.safety.parts.filter(({ off }) => off !== null && off > 0)
  const { signals, labels, labelsZh = labels } = authenticity
  const odd = signals.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  const told = odd.map(({ because, becauseZh = because, weight }) => `${language === 'zh' ? becauseZh : because} (+${weight.toFixed(2)})`)
  const seen = unsafe.map(({ because, becauseZh }) => (language === 'zh' ? becauseZh : because))
  return [...told, ...seen, ...(language === 'zh' ? labelsZh : labels)].map((sentence) => `  ${id}  ${sentence}\n`)
}

// Rounded down, so that nobody crosses a line by rounding.
const tellScore = (score: number | null) => (score === null ? null : String(Math.floor(score + 1e-9)))
