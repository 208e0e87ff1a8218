import { Anchor, Checkbox, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { FormActions } from '../../ui/FormActions.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useMayDo } from './use-may-do.ts'
import { useCheckSource, type DueSource, type SourceLook } from './use-sources.ts'

function PastLooks({ looks }: { looks: readonly SourceLook[] }) {
  const { t } = useTranslation()
  if (looks.length === 0) return null
  return (
    <details>
      <summary>{t('rulebook.due.past')}</summary>
      <ul className="impact-changes">
        {looks.map(({ checkedAt, checkedOn, by, result, endsOn, lookedAt, note }) => (
          <li key={checkedAt}>
            {checkedOn} · {by ?? t('rulebook.someone')} ·{' '}
            {result === 'changed' ? t('rulebook.due.changedPast', { day: endsOn ?? '' }) : t('rulebook.due.unchangedPast')} ·{' '}
            <span data-raw>
              {lookedAt}
              {note === null ? '' : ` · ${note}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface Ending {
  readonly ids: readonly string[]
  readonly endsOn: string
}

function EndingFields({ due, ending, onChange }: { due: DueSource; ending: Ending; onChange: (next: Ending) => void }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <Stack gap="sm">
      <Text size="sm">{t('rulebook.due.changedWhy')}</Text>
      <Checkbox.Group label={t('rulebook.due.which')} value={[...ending.ids]} onChange={(ids) => onChange({ ...ending, ids })}>
        <Stack gap={6} mt={6}>
          {due.entries.map(({ id, title }) => (
            <Checkbox key={id} value={id} label={read(title)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        type="date"
        label={t('rulebook.due.endsOn')}
        value={ending.endsOn}
        onChange={(event) => onChange({ ...ending, endsOn: event.currentTarget.value })}
      />
    </Stack>
  )
}

/** Records a look at a source: what was looked at, and whether it still says the same. */
export function SourceCheckDialog({ due, today, onClose }: { due: DueSource; today: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [lookedAt, setLookedAt] = useState(due.url ?? '')
  const [note, setNote] = useState('')
  const [result, setResult] = useState<string>('unchanged')
  const [ending, setEnding] = useState<Ending>({ ids: [], endsOn: today })
  const check = useCheckSource()
  const mayChange = useMayDo('rules.write')
  const isChanged = result === 'changed'
  const isReady = lookedAt.trim() !== '' && (!isChanged || (ending.ids.length > 0 && ending.endsOn !== ''))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rulebook.due.checkOf', { source: due.source })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const change = isChanged ? { entryIds: ending.ids, endsOn: ending.endsOn } : null
          check.mutate({ source: due.source, lookedAt: lookedAt.trim(), note: note.trim() || null, change }, { onSuccess: onClose })
        }}
      >
        <Stack gap="md">
          {due.url !== null && (
            <Anchor href={due.url} target="_blank" rel="noreferrer" size="sm" underline="always" className="due-url">
              {due.url}
            </Anchor>
          )}
          <TextInput
            label={t('rulebook.due.lookedAt')}
            description={t('rulebook.due.lookedAtHint')}
            required
            value={lookedAt}
            onChange={(event) => setLookedAt(event.currentTarget.value)}
            data-autofocus
          />
          <Radio.Group label={t('rulebook.due.result')} value={result} onChange={setResult}>
            <Stack gap={6} mt={6}>
              <Radio value="unchanged" label={t('rulebook.due.unchanged')} />
              <Radio value="changed" label={t('rulebook.due.changed')} disabled={!mayChange} />
            </Stack>
          </Radio.Group>
          {!mayChange && <Text size="sm">{t('rulebook.due.mayNot')}</Text>}
          {isChanged && <EndingFields due={due} ending={ending} onChange={setEnding} />}
          <Textarea
            label={t('rulebook.due.note')}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {check.error && <ProblemNotice error={check.error} />}
          <FormActions submit={t('rulebook.due.save')} isBusy={check.isPending} isDisabled={!isReady} onCancel={onClose} />
          <PastLooks looks={due.checks} />
        </Stack>
      </form>
    </Modal>
  )
}
