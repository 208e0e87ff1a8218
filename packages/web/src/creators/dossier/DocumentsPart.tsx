import { FileInput, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core'
import type { CreatorDocument, DocumentKind } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../../api.ts'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { DOCUMENT_KIND_LIST, formatBytes } from './dossier-forms.ts'
import { EntryRow } from './EntryRow.tsx'
import { FormFrame } from './FormFrame.tsx'
import { useAddEntry } from './use-dossier.ts'

const TAKEN = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx'

function DocumentForm({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const add = useAddEntry(creatorId, 'documents')
  const [file, setFile] = useState<File | null>(null)
  const [kind, setKind] = useState<DocumentKind>('contract')
  const [expiresOn, setExpiresOn] = useState('')
  const collect = (picked: File) => {
    const form = new FormData()
    form.set('file', picked)
    form.set('kind', kind)
    if (expiresOn !== '') form.set('expiresOn', expiresOn)
    return form
  }
  const empty = () => {
    setFile(null)
    setExpiresOn('')
  }
  return (
    <FormFrame open={t('dossier.addDocument')} save={add} entry={file === null ? null : collect(file)} onKept={empty}>
      <FileInput label={t('dossier.file')} accept={TAKEN} required value={file} onChange={setFile} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t('dossier.kind')}
          value={kind}
          onChange={(event) => setKind(DOCUMENT_KIND_LIST.find((key) => key === event.currentTarget.value) ?? kind)}
          data={DOCUMENT_KIND_LIST.map((value) => ({ value, label: t(`dossier.documentKind.${value}`) }))}
        />
        <TextInput
          label={t('dossier.expiresOn')}
          type="date"
          value={expiresOn}
          onChange={(event) => setExpiresOn(event.currentTarget.value)}
        />
      </SimpleGrid>
    </FormFrame>
  )
}

/** Contracts, rate cards and qualifications, sealed on the server; a click saves them. */
export function DocumentsPart({ creatorId, documents }: { creatorId: string; documents: readonly CreatorDocument[] }) {
  const { t } = useTranslation()
  const today = shanghaiDayAfter(Date.now(), 0)
  return (
    <>
      {documents.length === 0 && <Text size="sm">{t('dossier.documentsNone')}</Text>}
      <ul className="notes">
        {documents.map((entry) => (
          <EntryRow key={entry.id} creatorId={creatorId} list="documents" entry={entry} what={entry.fileName}>
            <Text size="sm">
              <a href={linkTo(`/documents/${entry.id}`)} download data-raw>
                {entry.fileName}
              </a>{' '}
              · {t(`dossier.documentKind.${entry.kind}`)} · {formatBytes(entry.sizeBytes)}{' '}
              {entry.expiresOn !== null && (
                <span className={entry.expiresOn < today ? 'chip outcome-warn' : 'chip'}>
                  {t(entry.expiresOn < today ? 'dossier.expired' : 'dossier.expires', { day: entry.expiresOn })}
                </span>
              )}
            </Text>
          </EntryRow>
        ))}
      </ul>
      <DocumentForm creatorId={creatorId} />
    </>
  )
}
