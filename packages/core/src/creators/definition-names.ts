import { say, type Localized } from '../shared/index.ts'
import { PARTS_ZH } from './definition-parts-table.ts'
import { nameFormat } from './format-names.ts'

/** The definition of an imported number in both languages; what no table names stays as its source says it. */
export function nameDefinition(definition: string): Localized {
  return say(definition, definition.split('; ').map(namePart).join('；'))
}

function namePart(part: string): string {
  const known = nameWhole(part)
  if (known !== null) return known
  const [, before = '', sign = '', after = ''] = /^(.+?)(: |, )(.+)$/.exec(part) ?? []
  const rest = nameWhole(after)
  if (sign === '' || rest === null) return part
  // `expectedCpe of image_note`: the name of the number stands beside its definition already.
  const subject = nameWhole(before) ?? nameWhole(/ of (\S+)$/.exec(before)?.[1] ?? '')
  return subject === null ? rest : `${subject}${sign === ': ' ? '：' : '，'}${rest}`
}

function nameWhole(words: string): string | null {
  if (Object.hasOwn(PARTS_ZH, words)) return PARTS_ZH[words] ?? null
  const format = nameFormat(words).zh
  return format === words || words === '' ? null : format
}
