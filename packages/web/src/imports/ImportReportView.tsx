import { Anchor, List, Stack, Table, Text, Title } from '@mantine/core'
import {
  describeNote,
  describeProblem,
  isMappedSource,
  nameSourceId,
  type ImportProblem,
  type ImportReport,
  type UnitProof,
} from '@kolibra/core/imports'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../api.ts'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact, formatShare } from '../ui/format-number.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

const PROOF_SIGN: Record<UnitProof['state'], string> = { proved: '✓', unproved: '?', contradicted: '✕' }
const SHOWN_PROBLEMS = 12

function UnitTable({ units }: { units: readonly UnitProof[] }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <ScrollTable minWidth={480}>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('imports.column')}</Table.Th>
            <Table.Th>{t('passport.unit')}</Table.Th>
            <Table.Th>{t('imports.proof')}</Table.Th>
            <Table.Th>{t('passport.formula')}</Table.Th>
            <Table.Th ta="right">{t('imports.agreed')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Table.Tr key={`${unit.column}${unit.unit}${unit.formula}`}>
              <Table.Td data-raw>{unit.column}</Table.Td>
              <Table.Td>{names('unit', unit.unit)}</Table.Td>
              <Table.Td>
                <span className={`chip proof-${unit.state}`}>
                  <span aria-hidden>{PROOF_SIGN[unit.state]}</span> {t(`proof.${unit.state}`)}
                </span>
              </Table.Td>
              <Table.Td>{unit.formula === null ? t('imports.noFormula') : <span data-raw>{unit.formula}</span>}</Table.Td>
              <Table.Td className="number">
                {unit.checked === 0 ? '–' : `${formatExact(unit.agreed)} / ${formatExact(unit.checked)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

function Problems({ problems, importId }: { problems: readonly ImportProblem[]; importId: string | null }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  return (
    <section>
      <Title order={3} size="h5">
        {t('imports.problems', { n: formatExact(problems.length) })}
      </Title>
      <List size="sm">
        {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
          <List.Item key={`${problem.record}${problem.column}${problem.code}`}>
            {t('imports.problem', {
              record: formatExact(problem.record),
              column: problem.column ?? '–',
              code: read(describeProblem(problem.code)),
            })}
            {problem.value !== null && (
              <>
                {' '}
                {t('imports.problemValue')} <span data-raw>{problem.value}</span>
              </>
            )}
          </List.Item>
        ))}
      </List>
      {problems.length > SHOWN_PROBLEMS && <Text size="sm">{t('imports.more', { n: formatExact(problems.length - SHOWN_PROBLEMS) })}</Text>}
      {importId !== null && (
        <Anchor size="sm" underline="always" href={linkTo(`/imports/${importId}/rejects?lang=${language}`)} download>
          {t('imports.downloadRejects')}
        </Anchor>
      )}
    </section>
  )
}

/** What one file held and what was understood of it. */
export function ImportReportView({ report, importId }: { report: ImportReport; importId: string | null }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { accepted } = report
  return (
    <Stack gap="sm" data-testid="import-report">
      <Text>
        {t(isMappedSource(report.source.id) ? 'imports.readAsSaid' : 'imports.recognised', {
          source: read(nameSourceId(report.source.id)),
          confidence: formatShare(report.source.confidence),
          encoding: report.encoding,
        })}
      </Text>
      <dl className="counts">
        {(
          [
            ['imports.records', report.records],
            ['imports.accounts', accepted.accounts],
            ['imports.posts', accepted.posts],
            ...(accepted.comments === 0 ? [] : ([['imports.comments', accepted.comments]] as const)),
            ...(accepted.series === undefined ? [] : ([['imports.days', accepted.series]] as const)),
            ['imports.duplicates', report.duplicates],
            ['imports.rejected', report.rejected],
            ['imports.observations', report.observations],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{formatExact(value)}</dd>
          </div>
        ))}
      </dl>
      {report.units.length > 0 && (
        <section>
          <Title order={3} size="h5">
            {t('imports.units')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('imports.unitsWhy')}
          </Text>
          <UnitTable units={report.units} />
        </section>
      )}
      {report.problems.length > 0 && <Problems problems={report.problems} importId={importId} />}
      {report.unmapped.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('imports.unmapped')} <span data-raw>{report.unmapped.join(t('ui.comma'))}</span>
        </Text>
      )}
      {report.notes.map((note) => (
        <Text size="sm" key={note}>
          {read(describeNote(note))}
        </Text>
      ))}
    </Stack>
  )
}
