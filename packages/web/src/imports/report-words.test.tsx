import type { ImportReport } from '@kolibra/core/imports'
import { expect, test } from 'vitest'
import { renderIn } from '../../test/render-in.tsx'
import { ImportReportView } from './ImportReportView.tsx'

function show(id: string, language: 'en' | 'zh'): string {
  const report: ImportReport = {
    file: 'list.csv',
    source: { id, confidence: 0.93 },
    encoding: 'utf-8',
    records: 1,
    accepted: { accounts: 1, posts: 0, comments: 0, orders: 0 },
    duplicates: 0,
    rejected: 0,
    problems: [],
    observations: 1,
    units: [{ column: '粉丝数', unit: 'followers', state: 'unproved', formula: null, checked: 0, agreed: 0 }],
    unmapped: [],
    notes: [],
  }
  return renderIn(language, <ImportReportView report={report} importId={null} />)
}

test.each([
  ['agency.list', 'en', 'Recognised as agency list, certainty 93%'],
  ['agency.list', 'zh', '识别为 机构提报表，把握 93%'],
  ['mapped.Zürich list', 'en', 'Read as table Zürich list, the way a person said'],
  ['mapped.Zürich list', 'zh', '按人工设定的表格“Zürich list”读取'],
] as const)('%s in %s is told as %s, without the word of a machine', (id, language, told) => {
  const markup = show(id, language)
  expect(markup).toContain(told)
  expect(markup).not.toContain(id)
})

test('what a person said has no certainty', () => expect(show('mapped.Zürich list', 'en')).not.toContain('93%'))

test('an unproved unit is called in Chinese what the creator page calls it', () => expect(show('agency.list', 'zh')).toContain('未核实'))
