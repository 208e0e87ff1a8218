import { expect, test } from 'vitest'
import { isNamedMcn } from './index.ts'

test.each([
  ['the same name', '示例机构', '示例机构', true],
  ['another width, case and spacing', ' Ｄemo  MCN', 'demo mcn', true],
  ['another company', '示例机构', '示例文化', false],
  ['a longer name: nobody guesses that it is the same', '示例机构', '示例机构（上海）有限公司', false],
  ['an account of which no MCN is known', null, '示例机构', false],
  ['an account with an empty one', ' ', '示例机构', false],
  ['a party without a name', '示例机构', null, false],
])('%s', (_, mcn, company, isSame) => expect(isNamedMcn(mcn, company)).toBe(isSame))
