import type { Vetting } from '@kolibra/core/creators'
import { formatShare, say, type Language } from '@kolibra/core/shared'
import { renderTable } from './render-table.ts'

const WORDS = {
  account: say('account', '账号'),
  type: say('type', '类型'),
  score: say('score', '评分'),
  evidence: say('evidence', '证据完整度'),
  posts: say('posts held', '所持作品'),
  unknown: say('unknown', '未知'),
  odd: say('Signals inconsistent with peers', '与同类账号不一致的信号'),
  none: say('No signal is inconsistent with peers.', '没有与同类账号不一致的信号。'),
}

/** Vettings for people: one line per account, then the sentences of what is odd and of what explains it. */
export function renderVettings(vettings: readonly Vetting[], language: Language): string {
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const table = renderTable(
    [
      { title: word('account') },
      { title: word('type') },
      { title: word('score'), align: 'right' },
      { title: word('evidence'), align: 'right' },
      { title: word('posts'), align: 'right' },
    ],
    vettings.map(({ id, type, authenticity, image }) => [
      id,
      type.value ?? word('unknown'),
      authenticity.score === null ? word('unknown') : authenticity.score.toFixed(0),
      formatShare(authenticity.completeness, language),
      String(image.postsHeld),
    ]),
  )
  const lines = vettings.flatMap((vetting) => listSentences(vetting, language))
  return `${table}\n${lines.length === 0 ? `${word('none')}\n` : `${word('odd')}\n\n${lines.join('')}`}`
}

function listSentences({ id, authenticity }: Vetting, language: Language): string[] {
  const { signals, labels, labelsZh = labels } = authenticity
  const odd = signals.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  const told = odd.map(({ because, becauseZh = because, weight }) => `${language === 'zh' ? becauseZh : because} (+${weight.toFixed(2)})`)
  const sentences = told.length === 0 ? [] : [...told, ...(language === 'zh' ? labelsZh : labels)]
  return sentences.map((sentence) => `  ${id}  ${sentence}\n`)
}
