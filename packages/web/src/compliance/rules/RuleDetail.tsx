import { Anchor, CloseButton, Group, List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { describeSource } from '../describe-source.ts'
import { basisOfDay } from '../basis-of-day.ts'
import { RuleChip } from '../RuleChip.tsx'
import type { RuleEntry, RuleExample } from '../rule.ts'
import { listExampleFacts, type ExampleFact } from './list-example-facts.ts'
import { RuleUse } from './RuleUse.tsx'
import type { Suspension } from './use-own-rules.ts'
import { useRule } from './use-rules.ts'

function Field({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

const NAMED_FACTS = ['category', 'platform', 'format', 'commission'] as const

// Two examples of one text differ by these alone.
function Circumstances({ example: { at, facts = {} } }: { example: RuleExample }) {
  const { t } = useTranslation()
  const names = useNames()
  const told = listExampleFacts(at === undefined ? facts : { publishAt: at, ...facts })
  if (told.length === 0) return null
  const valueOf = ({ fact, value }: ExampleFact) => {
    const kind = NAMED_FACTS.find((each) => each === fact)
    return kind === undefined ? value : names(kind, value)
  }
  return (
    <Text size="xs" c="dimmed">
      {t('rules.given')} <span data-raw>{told.map((one) => `${names('fact', one.fact)} = ${valueOf(one)}`).join(t('ui.semicolon'))}</span>
    </Text>
  )
}

function Examples({ title, sign, list }: { title: string; sign: string; list: readonly RuleExample[] }) {
  if (list.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5">
        {title}
      </Title>
      <List size="sm" icon={<span aria-hidden>{sign}</span>}>
        {list.map((example) => (
          <List.Item key={JSON.stringify(example)}>
            <span lang="zh-CN">{example.text}</span>
            <Circumstances example={example} />
            {example.why && (
              <Text size="xs" c="dimmed">
                {example.why}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  )
}

const EVERYTHING = '*'

function Reach({ rule }: { rule: RuleEntry }) {
  const { t } = useTranslation()
  const names = useNames()
  const name = (kind: 'platform' | 'category' | 'format', value: string) => (value === EVERYTHING ? t('rules.all') : names(kind, value))
  const list = (kind: 'platform' | 'category' | 'format', values: readonly string[]) =>
    values.map((value) => name(kind, value)).join(t('ui.comma'))
  return (
    <>
      <Field name={t('rules.who')}>{rule.appliesTo.who.map((who) => names('who', who)).join(t('ui.comma'))}</Field>
      <Field name={t('fact.platform')}>{list('platform', rule.appliesTo.platforms)}</Field>
      <Field name={t('fact.category')}>{list('category', rule.appliesTo.categories)}</Field>
      <Field name={t('fact.format')}>{list('format', rule.appliesTo.formats)}</Field>
    </>
  )
}

/** What the source itself says of where, since when and what not; a line that has nothing to say is left out. */
function Reservations({ rule }: { rule: RuleEntry }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  const list = (ids: readonly string[]) => ids.join(t('ui.comma'))
  return (
    <>
      {rule.status !== 'in_force' && <Field name={t('rules.status')}>{names('ruleStatus', rule.status)}</Field>}
      {rule.jurisdiction !== 'CN' && <Field name={t('rules.jurisdiction')}>{names('jurisdiction', rule.jurisdiction)}</Field>}
      {rule.announcedOn !== null && <Field name={t('rules.announcedOn')}>{rule.announcedOn}</Field>}
      {rule.supersedes.length > 0 && <Field name={t('rules.supersedes')}>{list(rule.supersedes)}</Field>}
      {rule.exempts.length > 0 && <Field name={t('rules.exempts')}>{list(rule.exempts)}</Field>}
      {rule.exemptions.length > 0 && <Field name={t('rules.exemptions')}>{rule.exemptions.map(read).join(t('ui.comma'))}</Field>}
    </>
  )
}

function RuleBody({ rule, suspension, onClose }: { rule: RuleEntry; suspension: Suspension | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { read, language } = useLanguage()
  const names = useNames()
  const { source } = rule
  const basis = basisOfDay(rule.validFromConfidence)
  const isExemption = rule.exempts.length > 0
  const notes = (language === 'zh' ? rule.notesZh : null) ?? rule.notes
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={2} size="h4">
          {read(rule.title)}
        </Title>
        <CloseButton aria-label={t('ui.close')} onClick={onClose} />
      </Group>
      <Group gap="xs">
        <RuleChip rule={rule} />
        <Text size="xs" c="dimmed">
          {rule.id}
        </Text>
      </Group>
      <RuleUse id={rule.id} isRule={rule.kind === 'rule'} suspension={suspension} />
      <Text>{read(rule.requirement)}</Text>
      <dl className="facts">
        <Field name={t('rules.source')}>
          {source.url ? (
            <Anchor href={source.url} target="_blank" rel="noreferrer" underline="always" size="sm">
              {describeSource(source)}
            </Anchor>
          ) : (
            describeSource(source)
          )}
        </Field>
        <Field name={t('rules.checkedOn')}>{source.checkedOn ?? t('rules.notRecorded')}</Field>
        <Field name={t('rules.readKind')}>{names('readKind', source.readKind)}</Field>
        <Field name={t('rules.validFrom')}>
          {rule.validFrom ?? t('rules.notRecorded')}
          {rule.validFrom !== null && basis !== null && ` (${language === 'zh' ? t(`dayBasis.${basis}`) : rule.validFromConfidence})`}
        </Field>
        <Field name={t('rules.validTo')}>{rule.validTo ?? t('rules.stillValid')}</Field>
        <Field name={t('rules.penalty')}>{(language === 'zh' ? rule.penaltyZh : null) ?? rule.penalty ?? t('rules.notRecorded')}</Field>
        <Reach rule={rule} />
        <Reservations rule={rule} />
      </dl>
      {read(rule.fix) && <Text size="sm">→ {read(rule.fix)}</Text>}
      <Examples title={t(isExemption ? 'rules.notFreed' : 'rules.invalid')} sign="✕" list={rule.examples?.invalid ?? []} />
      <Examples title={t(isExemption ? 'rules.freed' : 'rules.valid')} sign="✓" list={rule.examples?.valid ?? []} />
      <Examples title={t('rules.misses')} sign="○" list={rule.examples?.todo ?? []} />
      {notes && (
        <Text size="sm" c="dimmed">
          {notes}
        </Text>
      )}
    </Stack>
  )
}

/** One rule in full: what it asks, since when, where it stands, what it costs. */
export function RuleDetail({ id, suspension, onClose }: { id: string; suspension: Suspension | null; onClose: () => void }) {
  const rule = useRule(id)
  if (rule.isPending) return <Loading />
  if (rule.error) return <ProblemNotice error={rule.error} onRetry={() => void rule.refetch()} />
  return <RuleBody rule={rule.data} suspension={suspension} onClose={onClose} />
}
