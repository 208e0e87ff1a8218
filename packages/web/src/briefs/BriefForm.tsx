import { Button, Fieldset, Group, NativeSelect, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { Bilingual, Brief, SentenceSection } from '@kolibra/core/briefs'
import type { Category } from '@kolibra/core/shared'
import { useBlocker } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api.ts'
import { FILING_CHANNELS } from '../compliance/fact-choices.ts'
import { FormActions } from '../ui/FormActions.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { AskedCategory } from './asked-category.ts'
import { AskedText } from './AskedText.tsx'
import { BilingualField } from './BilingualField.tsx'
import { readContacts, writeContact } from './blank-brief.ts'
import { mintItemId } from './item-id.ts'
import { keepLines, readLines } from './typed-lines.ts'
import { Exclusivity, PlatformFiling, ReviewSteps, ToldKpis } from './BriefAgreements.tsx'
import { BriefAssets } from './BriefAssets.tsx'
import { BriefLanguages } from './brief-languages.ts'
import { BriefRival } from './BriefRival.tsx'
import { BriefDeliverables, FactsAndPoints } from './BriefLists.tsx'
import { BriefNames, BriefShots } from './BriefScenes.tsx'
import { BriefText } from './BriefText.tsx'
import type { BriefPartProps } from './EditableList.tsx'
import { TypedLines } from './TypedLines.tsx'
import { TemplatePicker } from './TemplatePicker.tsx'
import { CopyBar } from './CopyBar.tsx'
import { FreedomIndex } from './FreedomIndex.tsx'
import { useAutosave, useDropCopy, useOtherEditors, type OpenedBrief } from './use-brief-copy.ts'
import { useFreedom, useWriteBrief } from './use-briefs.ts'

function Sentences({ keys, brief, onChange }: BriefPartProps & { keys: readonly SentenceSection[] }) {
  const { t } = useTranslation()
  return keys.map((key) => (
    <BilingualField
      key={key}
      label={t(`brief.${key}`)}
      isAsked={key === 'keyMessage'}
      value={brief[key]}
      onChange={(value: Bilingual) => onChange({ ...brief, [key]: value })}
    />
  ))
}

interface AskedLinesProps {
  readonly label: string
  readonly description?: string
  readonly lines: readonly string[]
  readonly onChange: (lines: string[]) => void
}

// The text as typed is kept here: an empty line being started is no line of the brief yet.
function AskedLines({ lines, onChange, ...words }: AskedLinesProps) {
  const [text, setText] = useState(lines.join('\n'))
  return (
    <AskedText
      {...words}
      value={text}
      onChange={(next) => {
        setText(next)
        onChange(readLines(next))
      }}
    />
  )
}

const PREFIX = { hashtags: 't', verbatim: 'v' } as const

function keepWords(key: keyof typeof PREFIX, lines: readonly string[], items: Brief['hashtags']): Brief['hashtags'] {
  const weight = 'must' as const
  return keepLines(lines, {
    items,
    textOf: ({ text }) => text,
    make: (text, old) => ({ weight, id: mintItemId(PREFIX[key]), ...old, text }),
  })
}

function keepLinks(lines: readonly string[], items: Brief['links']): Brief['links'] {
  const blank = { weight: 'must' as const, kind: 'link' as const, platform: null }
  return keepLines(lines, {
    items,
    textOf: ({ value }) => value,
    make: (value, old) => ({ ...blank, id: mintItemId('l'), ...old, value }),
  })
}

function Lines({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const asked = (key: 'hashtags' | 'verbatim') => ({
    label: t(`brief.${key}`),
    lines: brief[key].map(({ text }) => text),
    onChange: (lines: string[]) => onChange({ ...brief, [key]: keepWords(key, lines, brief[key]) }),
  })
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <AskedLines {...asked('hashtags')} />
      <TypedLines
        label={t('brief.links')}
        lines={brief.links.map(({ value }) => value)}
        onChange={(lines) => onChange({ ...brief, links: keepLinks(lines, brief.links) })}
      />
      <AskedLines {...asked('verbatim')} description={t('brief.verbatimWhy')} />
      <TypedLines
        label={t('brief.contacts')}
        description={t('brief.contactsHow')}
        lines={brief.contacts.map(writeContact)}
        onChange={(lines) => onChange({ ...brief, contacts: readContacts(lines.join('\n'), brief.contacts) })}
      />
    </SimpleGrid>
  )
}

function Disclosure({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const { disclosure } = brief
  const set = (next: Partial<Brief['disclosure']>) => onChange({ ...brief, disclosure: { ...disclosure, ...next } })
  return (
    <Fieldset legend={t('brief.disclosure')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mb={4}>
        <TextInput label={t('fact.label')} value={disclosure.label} onChange={(event) => set({ label: event.currentTarget.value })} />
        <NativeSelect
          label={t('fact.filing')}
          value={disclosure.filingChannel ?? ''}
          onChange={(event) => set({ filingChannel: event.currentTarget.value || null })}
          data={[{ value: '', label: t('filing.none') }, ...FILING_CHANNELS.map((value) => ({ value, label: t(`filing.${value}`) }))]}
        />
      </SimpleGrid>
      <BilingualField label={t('brief.disclosureNote')} value={disclosure.note} onChange={(note) => set({ note })} />
    </Fieldset>
  )
}

function Clocks({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const field = (key: 'revisionRounds' | 'responseHours' | 'reviewHours') => ({
    label: t(`brief.${key}`),
    min: 0,
    value: brief[key],
    onChange: (value: string | number) => onChange({ ...brief, [key]: Number(value) || 0 }),
  })
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <NumberInput {...field('revisionRounds')} />
      <NumberInput {...field('responseHours')} min={1} />
      <NumberInput {...field('reviewHours')} min={1} />
      <NumberInput
        label={t('brief.autoApproveDays')}
        min={1}
        placeholder={t('brief.notAgreed')}
        value={brief.autoApproveDays ?? ''}
        onChange={(value) => onChange({ ...brief, autoApproveDays: Number(value) > 0 ? Number(value) : null })}
      />
    </SimpleGrid>
  )
}

interface BriefFormProps {
  readonly campaignId: string
  readonly category: Category
  readonly initial: Brief
  /** The working copy and the versions as they stood when the form opened. */
  readonly opened: OpenedBrief
  readonly onDone: () => void
}

/** The brief, section by section, Chinese and English side by side; saving makes a new version. */
export function BriefForm({ campaignId, category, initial, opened, onDone }: BriefFormProps) {
  const { t } = useTranslation()
  const [brief, setBrief] = useState<Brief>(initial)
  const write = useWriteBrief(campaignId)
  const autosave = useAutosave(campaignId, brief, opened)
  const others = useOtherEditors(campaignId)
  const drop = useDropCopy(campaignId)
  // Fields that keep their own text are drawn anew when the whole brief is another.
  const [round, setRound] = useState(0)
  const replace = (next: Brief) => {
    setBrief(next)
    setRound((before) => before + 1)
  }
  const freedom = useFreedom(brief)
  useBlocker({ shouldBlockFn: () => autosave.isLost() && !window.confirm(t('briefCopy.leaveLost')), enableBeforeUnload: false })
  const saveVersion = async () => {
    if ((await autosave.flush()) === 'raced') return
    write.mutate(
      { brief, ...autosave.standing() },
      {
        onSuccess: () => {
          autosave.becameVersion(brief)
          onDone()
        },
        onError: (error) => {
          if (error instanceof ApiError && error.problem.code === 'brief.moved_on') void autosave.meetRival()
        },
      },
    )
  }
  const leave = async () => {
    if ((await autosave.flush()) === 'kept' || window.confirm(t('briefCopy.leaveLost'))) onDone()
  }
  const throwAway = async () => {
    await autosave.flush()
    autosave.forget()
    drop.mutate(autosave.standing().copy, { onSuccess: onDone })
  }
  const part = { brief, onChange: setBrief }
  return (
    <AskedCategory value={category}>
      <BriefLanguages value={brief.languages}>
        <form
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
          }}
          onSubmit={(event) => {
            event.preventDefault()
            void saveVersion()
          }}
        >
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('editor.briefNote')}
            </Text>
            <CopyBar state={autosave.state} others={others} />
            {autosave.rival && (
              <BriefRival
                rival={autosave.rival}
                mine={brief}
                onGoOn={(merged) => {
                  autosave.goOn(merged)
                  replace(merged)
                }}
              />
            )}
            <TemplatePicker brief={brief} onChange={replace} />
            <BriefText brief={brief} onChange={replace} />
            {/* Fields that keep their own text begin anew when the brief was replaced under them. */}
            <Fragment key={round}>
              <div className="brief-freedom" aria-live="polite">
                <FreedomIndex freedom={freedom} />
              </div>
              <Sentences {...part} keys={['background', 'goal', 'audience', 'keyMessage']} />
              <ToldKpis {...part} />
              <FactsAndPoints {...part} />
              <BriefShots {...part} />
              <BriefDeliverables {...part} />
              <Disclosure {...part} />
              <PlatformFiling {...part} />
              <Lines {...part} />
              <BriefAssets {...part} />
              <BriefNames {...part} />
              <Clocks {...part} />
              <ReviewSteps {...part} />
              <Exclusivity {...part} />
              <Sentences {...part} keys={['usageRights', 'paymentTerms']} />
            </Fragment>
            {write.error && autosave.rival === null && <ProblemNotice error={write.error} />}
            {drop.error && <ProblemNotice error={drop.error} />}
            <Group justify="space-between">
              <FormActions
                submit={t('brief.save', { version: autosave.standing().after + 1 })}
                isBusy={write.isPending}
                onCancel={() => void leave()}
              />
              <Button variant="subtle" onClick={() => void throwAway()}>
                {t('briefCopy.drop')}
              </Button>
            </Group>
          </Stack>
        </form>
      </BriefLanguages>
    </AskedCategory>
  )
}
