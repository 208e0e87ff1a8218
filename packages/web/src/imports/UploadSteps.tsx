import { Button, Group, Progress, Text } from '@mantine/core'
import { writeNote } from '@kolibra/core/imports'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { formatShare } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { MappingForm } from './MappingForm.tsx'
import { ObservedDay } from './ObservedDay.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { UndoButton } from './UndoButton.tsx'
import type { ImportReading } from './use-readings.ts'
import { useFileName } from './use-file-name.ts'
import { useUpload, useUploadActs, type Upload } from './use-uploads.ts'

interface StepsProps {
  readonly uploadId: string
  /** How many more files wait behind this one: leaving goes on with the next. */
  readonly left?: number
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** An upload on its way: read, understood, mapped where need be, imported. */
export function UploadSteps({ uploadId, left = 0, onLeave, onClose }: StepsProps) {
  const { t } = useTranslation()
  const { read: readLanguage } = useLanguage()
  const { readAgain, commit, discard } = useUploadActs()
  const upload = useUpload(commit.isSuccess ? null : uploadId, commit.isPending)
  const nameFile = useFileName()
  const leave = () => discard.mutate(uploadId, { onSettled: onLeave })
  if (commit.data)
    return (
      <>
        <ImportReportView report={commit.data.report} importId={commit.data.importId} />
        <Group>
          {left > 0 ? (
            <Button onClick={onLeave} data-autofocus>
              {t('imports.next', { n: left })}
            </Button>
          ) : (
            <>
              <Button onClick={onClose} data-autofocus>
                {t('imports.done')}
              </Button>
              <Button variant="default" onClick={onLeave}>
                {t('imports.another')}
              </Button>
            </>
          )}
          {commit.data.importId !== null && (
            <UndoButton importId={commit.data.importId} file={nameFile(commit.data.report.file)} onDone={onLeave} />
          )}
        </Group>
      </>
    )
  if (upload.error && !commit.isPending) return <Gone error={upload.error} onLeave={onLeave} />
  if (!upload.data) return <Loading label={t(commit.isPending ? 'imports.state.committing' : 'imports.reading')} />
  const { file, state, share, report, reading } = upload.data
  const isBusy = commit.isPending || state === 'reading' || state === 'committing'
  return (
    <>
      <Text fw={600}>{nameFile(file)}</Text>
      {isBusy && (
        <UploadProgress label={t(`imports.state.${state === 'reading' ? 'reading' : 'committing'}`)} share={share} onCancel={leave} />
      )}
      {commit.error && <ProblemNotice error={commit.error} />}
      {readAgain.error && <ProblemNotice error={readAgain.error} />}
      {state === 'withdrawn' && <Text role="alert">{t('imports.withdrawnWhy')}</Text>}
      {state === 'stopped' && <Text role="alert">{t('imports.stoppedWhy')}</Text>}
      {reading?.refusal && (
        <Text role="alert">{asksForMapping(reading) ? t('mapping.unknownTable') : readLanguage(reading.refusal.sentence)}</Text>
      )}
      {report && <ImportReportView report={report} importId={null} />}
      {report && !isBusy && asksForDay(upload.data) && (
        <ObservedDay
          key={`day ${upload.data.observedOn}`}
          said={upload.data.observedOn}
          busy={readAgain.isPending}
          onSay={(observedOn) => readAgain.mutate({ uploadId, observedOn })}
        />
      )}
      {reading && <PreviewRows rows={reading.rows} />}
      {reading && !isBusy && needsMapping(reading) && (
        <MappingForm
          key={`mapping ${JSON.stringify(reading.mapping)}`}
          reading={reading}
          busy={readAgain.isPending}
          onDone={(mapping) => readAgain.mutate({ uploadId, mapping })}
        />
      )}
      {!isBusy && (
        <Group>
          {report && (
            <Button onClick={() => commit.mutate(uploadId)} data-autofocus>
              {t('imports.commit')}
            </Button>
          )}
          {state === 'stopped' && <Button onClick={() => readAgain.mutate({ uploadId })}>{t('imports.readAgain')}</Button>}
          <Button variant="default" onClick={onLeave}>
            {t('imports.later')}
          </Button>
          <Button variant="default" loading={discard.isPending} onClick={leave}>
            {t('imports.discard')}
          </Button>
        </Group>
      )}
    </>
  )
}

// A file of a known source needs none, but may bring columns of its own; one that was mapped shows how.
function needsMapping({ columns, report, mapping }: ImportReading): boolean {
  return columns.length > 0 && (report === null || mapping !== null || report.unmapped.length > 0)
}

// A day that was said may have been the wrong one.
const asksForDay = ({ report, observedOn }: Upload) => observedOn !== null || report?.notes.includes(UNDATED) === true
const UNDATED = writeNote('observed.unknown')

// The form below is the way out here.
const asksForMapping = ({ refusal, columns }: ImportReading) => refusal?.code === 'import.unknown_table' && columns.length > 0

function Gone({ error, onLeave }: { error: Error; onLeave: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <ProblemNotice error={error} />
      <Group>
        <Button onClick={onLeave}>{t('imports.another')}</Button>
      </Group>
    </>
  )
}

function UploadProgress({ label, share, onCancel }: { label: string; share: number | null; onCancel: () => void }) {
  const { t } = useTranslation()
  return (
    <Group>
      {share === null ? <Loading label={label} /> : <Progress value={share * 100} aria-label={label} w={240} />}
      {share !== null && (
        <Text size="sm">
          {label} {formatShare(share)}
        </Text>
      )}
      <Button variant="default" size="xs" onClick={onCancel}>
        {t('ui.cancel')}
      </Button>
    </Group>
  )
}
