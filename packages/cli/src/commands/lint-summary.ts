import { nameFactZh, VERDICTS, type LintItem } from '@kolibra/core/compliance'
import { say, type Language } from '@kolibra/core/shared'

/** What an outcome or a verdict is called in print. */
export const OUTCOME_WORDS = {
  block: say('block', '禁止发布'),
  error: say('error', '违规'),
  warn: say('warn', '提醒'),
  review: say('review', '待人工判断'),
  info: say('info', '备注'),
  pass: say('pass', '通过'),
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** How many findings and exemptions one draft has, as the end of its line. */
export function tellCounts({ findings, exemptions }: LintItem, language: Language): string {
  if (language === 'zh') return `，${findings.length} 条结果，${exemptions.length} 项豁免`
  return `, ${count(findings.length, 'finding')}, ${count(exemptions.length, 'exemption')}`
}

/** The facts nobody knows, in the words of the reader. */
export function tellMissing(facts: readonly string[], language: Language): string {
  return language === 'zh' ? `：${facts.map(nameFactZh).join('、')}` : `: ${facts.join(', ')}`
}

/** All drafts in one line, by their verdicts, worst first. One draft has said it all itself: null. */
export function summarise(items: readonly LintItem[], language: Language): string | null {
  if (items.length < 2) return null
  const verdicts = VERDICTS.flatMap((verdict) => {
    const number = items.filter((item) => item.verdict === verdict).length
    return number === 0 ? [] : [language === 'zh' ? `${OUTCOME_WORDS[verdict].zh} ${number}` : `${number} ${OUTCOME_WORDS[verdict].en}`]
  })
  const findings = items.reduce((sum, item) => sum + item.findings.length, 0)
  return language === 'zh'
    ? `共 ${items.length} 篇：${verdicts.join('，')}；共 ${findings} 条结果`
    : `${items.length} drafts: ${verdicts.join(', ')}; ${count(findings, 'finding')}`
}
