import type { z } from 'zod'
import { say, type Localized } from './localized.ts'

type Issue = z.core.$ZodIssue

const KINDS_ZH: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: '是/否（true 或 false）',
  object: '对象',
  record: '对象',
  array: '列表',
  date: '日期',
  null: 'null',
  undefined: '空缺',
  nan: 'NaN',
  NaN: 'NaN',
  Infinity: '无穷大',
}
const UNITS_ZH: Readonly<Record<string, string>> = { string: '个字符', array: '项', set: '项', file: '字节' }
const FORMATS_ZH: Readonly<Record<string, string>> = {
  url: '网址',
  email: '邮箱地址',
  uuid: 'UUID',
  date: '日期（YYYY-MM-DD）',
  datetime: '时间（ISO 8601）',
  regex: '规定格式',
}

const kindZh = (kind: string) => KINDS_ZH[kind] ?? kind

/** What came instead: said in the words of the validator only. */
const receivedOf = (message: string) => /received (\w+)/.exec(message)?.[1] ?? null

function tellLimit(
  { origin, inclusive = true }: { origin: string; inclusive?: boolean | undefined },
  limit: string,
  isLeast: boolean,
): string {
  const unit = UNITS_ZH[origin]
  if (unit !== undefined) return `${isLeast ? '至少' : '最多'} ${limit} ${unit}`
  if (inclusive) return `不得${isLeast ? '小于' : '大于'} ${limit}`
  return `须${isLeast ? '大于' : '小于'} ${limit}`
}

function tellZh(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const received = receivedOf(issue.message)
      if (received === 'undefined') return '缺失'
      // A part of a whole number is a number, too.
      if (issue.expected === 'int') return '须为整数'
      return received === null ? `应为${kindZh(issue.expected)}` : `应为${kindZh(issue.expected)}，而不是${kindZh(received)}`
    }
    case 'too_small':
      return tellLimit(issue, String(issue.minimum), true)
    case 'too_big':
      return tellLimit(issue, String(issue.maximum), false)
    case 'invalid_value':
      return `须为以下之一：${issue.values.map(String).join('、')}`
    case 'unrecognized_keys':
      return `有不认识的字段：${issue.keys.join('、')}`
    case 'invalid_format':
      return `不是有效的${FORMATS_ZH[issue.format] ?? issue.format}`
    case 'not_multiple_of':
      return `须为 ${issue.divisor} 的倍数`
    case 'custom':
      if (typeof issue.params?.['zh'] === 'string') return issue.params['zh']
      return `不符合要求（${issue.message}）`
    case 'invalid_union':
      return '不符合任何一种可用的写法'
    default:
      return `不符合要求（${issue.message}）`
  }
}

/** Why a schema's own condition refuses, in both languages, as `refine` takes it. */
export const fault = (en: string, zh: string) => ({ error: en, params: { zh } })

/** What is wrong with a field that a schema refused, without its name; the English is the validator's own. */
export function tellIssue(issue: Issue): Localized {
  return say(issue.message, tellZh(issue))
}
