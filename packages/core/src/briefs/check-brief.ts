import { findWhen, makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import { say } from '../shared/index.ts'
import { checkParity, type ParityGap } from './check-parity.ts'
import { findContradictions } from './find-contradictions.ts'
import { isBlank } from './is-blank.ts'
import { namePath } from './name-path.ts'
import type { Brief, BriefLanguage } from './schema.ts'

/** Sections a creator cannot work without; each says whether the brief has it. */
const REQUIRED: readonly { readonly name: string; readonly zh: string; readonly isMissing: (brief: Brief) => boolean }[] = [
  { name: 'background', zh: '背景', isMissing: ({ background }) => isBlank(background) },
  { name: 'goal', zh: '目标', isMissing: ({ goal }) => isBlank(goal) },
  { name: 'audience', zh: '目标人群', isMissing: ({ audience }) => isBlank(audience) },
  { name: 'keyMessage', zh: '核心信息', isMissing: ({ keyMessage }) => isBlank(keyMessage) },
  { name: 'productFacts', zh: '产品事实', isMissing: ({ productFacts }) => productFacts.every(({ text }) => isBlank(text)) },
  { name: 'deliverables', zh: '交付内容', isMissing: ({ deliverables }) => deliverables.length === 0 },
  { name: 'disclosure.label', zh: '广告标识', isMissing: ({ disclosure }) => disclosure.label.trim() === '' },
  { name: 'usageRights', zh: '使用授权', isMissing: ({ usageRights }) => isBlank(usageRights) },
  { name: 'paymentTerms', zh: '付款条件', isMissing: ({ paymentTerms }) => isBlank(paymentTerms) },
  { name: 'contacts', zh: '联系人', isMissing: ({ contacts }) => contacts.length === 0 },
]

/** Required sections, evidence behind product facts, windows that end before they begin. */
export function checkBriefSections(brief: Brief, subject: Subject): Finding[] {
  const missing = REQUIRED.filter(({ isMissing }) => isMissing(brief))
  const unproved = brief.productFacts.filter(({ evidence }) => (evidence ?? '').trim() === '').length
  const backward = brief.deliverables.filter(({ windowFrom, windowTo }) => windowTo < windowFrom)
  return [
    ...missing.map(({ name, zh }) =>
      makeFinding(subject, {
        code: 'brief.section_missing',
        severity: 'block',
        because: say(`The section ${name} is empty.`, `「${zh}」为空。`),
        fix: say(`Write ${name}.`, `请填写「${zh}」。`),
        waivable: false,
      }),
    ),
    ...findWhen(unproved > 0, subject, {
      code: 'brief.fact_without_evidence',
      severity: 'warn',
      because: say(
        `${unproved} of ${brief.productFacts.length} product facts carry no evidence.`,
        `${brief.productFacts.length} 条产品事实中有 ${unproved} 条没有证据。`,
      ),
      fix: say('Name the report, filing or test behind each fact.', '请为每条事实写明报告、备案或检测。'),
    }),
    ...findWhen(backward.length > 0, subject, {
      code: 'brief.window_backward',
      severity: 'block',
      because: say('A posting window ends before it begins.', '有发布窗口的结束日早于开始日。'),
      fix: say('Correct the dates of the window.', '请更正窗口日期。'),
      waivable: false,
    }),
    ...findWhen(brief.disclosure.filingChannel === null, subject, {
      code: 'brief.filing_unsaid',
      severity: 'warn',
      because: say('The brief does not say through which platform channel the order is filed.', '未写明通过哪个平台渠道报备。'),
      fix: say('Name the channel (for example 蒲公英, 星图).', '请写明报备渠道（如蒲公英、星图）。'),
    }),
  ]
}

const LANGUAGE_NAMES: Readonly<Record<BriefLanguage, { en: string; zh: string }>> = {
  zh: { en: 'Chinese', zh: '中文' },
  en: { en: 'English', zh: '英文' },
  de: { en: 'German', zh: '德文' },
  fr: { en: 'French', zh: '法文' },
}
const PARITY_TEXT: Readonly<Record<ParityGap['problem'], (gap: ParityGap) => { en: string; zh: string }>> = {
  missing_zh: ({ path }) => say(`${namePath(path).en} has no Chinese text.`, `${namePath(path).zh}缺少中文。`),
  missing_en: ({ path }) => say(`${namePath(path).en} has no English text.`, `${namePath(path).zh}缺少英文。`),
  missing_extra: ({ path, language }) =>
    say(`${namePath(path).en} has no ${LANGUAGE_NAMES[language].en} text.`, `${namePath(path).zh}缺少${LANGUAGE_NAMES[language].zh}。`),
  outdated: ({ path, language }) =>
    say(
      `${namePath(path).en}: the ${LANGUAGE_NAMES[language].en} side stayed as it was while another was rewritten.`,
      `${namePath(path).zh}：其他语言已修改，${LANGUAGE_NAMES[language].zh}还是上一版。`,
    ),
  numbers_differ: ({ path, zh, other, language }) =>
    say(
      `${namePath(path).en}: numbers differ, Chinese [${zh.join(', ')}], ${LANGUAGE_NAMES[language].en} [${other.join(', ')}].`,
      `${namePath(path).zh}：数字不一致，中文 [${zh.join(', ')}]，${LANGUAGE_NAMES[language].zh} [${other.join(', ')}]。`,
    ),
  names_differ: ({ path, zh, language }) =>
    say(
      `${namePath(path).en}: ${zh.join(', ')} is missing in the ${LANGUAGE_NAMES[language].en} text.`,
      `${namePath(path).zh}：${LANGUAGE_NAMES[language].zh}中缺少 ${zh.join('、')}。`,
    ),
}

function checkLanguages(brief: Brief, previous: Brief | null, subject: Subject): Finding[] {
  return checkParity(brief, previous).map((gap) =>
    makeFinding(subject, {
      code: `brief.parity_${gap.problem}`,
      // Creators read the Chinese side: without it the sentence is not said at all.
      severity: gap.problem === 'missing_zh' ? 'block' : 'warn',
      because: PARITY_TEXT[gap.problem](gap),
      fix: say('Make both languages say the same.', '请使两种语言内容一致。'),
    }),
  )
}

/**
 * All checks of a brief that need nothing but the brief: sections, parity of languages (sides forgotten since `previous`, the version
 * before, null for none), contradictions. Codes `brief.*`.
 */
export function checkBrief(brief: Brief, subject: Subject, previous: Brief | null = null): Finding[] {
  const contradictions = findContradictions(brief).map(({ demand, mustNot, term }) =>
    makeFinding(subject, {
      code: 'brief.contradiction',
      severity: 'block',
      because: say(
        `${namePath(demand).en} asks for "${term}", which ${namePath(`mustNot[${mustNot}]`).en} forbids.`,
        `${namePath(demand).zh}要求「${term}」，而${namePath(`mustNot[${mustNot}]`).zh}禁止。`,
      ),
      fix: say('Strike one of the two.', '请删去其中一条。'),
      waivable: false,
    }),
  )
  return [...checkBriefSections(brief, subject), ...checkLanguages(brief, previous, subject), ...contradictions]
}
