import { Button, Code, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api.ts'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { FormActions } from '../../ui/FormActions.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { exampleOwnRules } from './own-rule-example.ts'
import { listFaults, type OwnFault } from './own-rule-faults.ts'
import { useAddOwnRules, useChangeOwnRule, useTryOwnRules, type OwnRule } from './use-own-rules.ts'

function FaultLine({ fault }: { fault: OwnFault }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const tell = () => {
    if (fault.example !== null) return t(`rulebook.ownRules.exampleFault.${fault.example.kind}`, { text: fault.example.text })
    if (fault.told !== null) return t(`rulebook.ownRules.faults.${fault.told}`, { name: fault.name })
    return <span data-raw>{read(fault.problem)}</span>
  }
  return (
    <List.Item>
      {fault.entry !== null && <Text span>{t('rulebook.ownRules.entry', { entry: fault.entry })} </Text>}
      {fault.field !== null && <Code>{fault.field}</Code>} {tell()}
    </List.Item>
  )
}

function Faults({ error }: { error: Error }) {
  const faults = error instanceof ApiError ? listFaults(error.problem) : []
  return (
    <div>
      <ProblemNotice error={error} />
      {faults.length > 0 && (
        <List size="sm" mt="xs">
          {faults.map((fault) => (
            <FaultLine key={JSON.stringify(fault)} fault={fault} />
          ))}
        </List>
      )}
    </div>
  )
}

function Trial({ text, id }: { text: string; id: string | null }) {
  const { t } = useTranslation()
  const [sample, setSample] = useState('')
  const trial = useTryOwnRules()
  const words = [...new Set(trial.data?.findings.map(({ match, ruleId }) => match ?? ruleId))]
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <Textarea
          label={t('rulebook.ownRules.sample')}
          autosize
          minRows={1}
          flex={1}
          lang="zh-CN"
          value={sample}
          onChange={(event) => setSample(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={trial.isPending}
          disabled={text.trim() === '' || sample.trim() === ''}
          onClick={() => trial.mutate({ text, id, sample: { id: 'sample', text: sample } })}
        >
          {t('rulebook.ownRules.try')}
        </Button>
      </Group>
      {trial.error && <Faults error={trial.error} />}
      {trial.data && (
        <Text size="sm" role="status">
          {words.length === 0
            ? t('rulebook.ownRules.foundNothing')
            : t('rulebook.ownRules.found', { words: words.map((word) => `“${word}”`).join(t('ui.comma')) })}
        </Text>
      )}
    </Stack>
  )
}

/** Writes own entries in the format of the rulebook files: tried on a sample, checked with their own examples, then used. */
export function OwnRuleDialog({ rule, onClose }: { rule: OwnRule | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(rule?.text ?? '')
  const [add, change] = [useAddOwnRules(), useChangeOwnRule()]
  const write = rule === null ? add : change
  const save = () =>
    rule === null
      ? add.mutate(text, { onSuccess: onClose })
      : change.mutate({ id: rule.id, revision: rule.revision, text }, { onSuccess: onClose })
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={rule === null ? t('rulebook.ownRules.add') : t('rulebook.ownRules.editOf', { id: rule.id })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack gap="md">
          <Textarea
            label={t('rulebook.ownRules.text')}
            required
            autosize
            minRows={10}
            maxRows={22}
            spellCheck={false}
            classNames={{ input: 'own-text' }}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          {rule === null && text === '' && (
            <Group>
              <Button variant="default" size="xs" onClick={() => setText(exampleOwnRules(shanghaiDayAfter(Date.now(), 0)))}>
                {t('rulebook.ownRules.example')}
              </Button>
            </Group>
          )}
          <Trial text={text} id={rule?.id ?? null} />
          {write.error && <Faults error={write.error} />}
          <FormActions submit={t('rulebook.ownRules.save')} isBusy={write.isPending} isDisabled={text.trim() === ''} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
