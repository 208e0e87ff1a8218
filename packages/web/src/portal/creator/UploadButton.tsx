import type { CreatorFileKind } from '@kolibra/core/portal'
import { useId, useState } from 'react'
import { uploadPart } from './ask.ts'
import type { PostProps } from './page-data.ts'
import { useProblemText } from './use-sending.ts'
import { useWords } from './use-words.ts'

/** Uploads a picture or table as soon as it is chosen. */
export function UploadButton({
  linkId,
  post,
  onChange,
  kind,
  label,
  accept,
}: PostProps & { kind: CreatorFileKind; label: string; accept: string }) {
  const id = useId()
  const { t } = useWords()
  const tell = useProblemText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const upload = async (file: File) => {
    const form = new FormData()
    form.set('kind', kind)
    form.set('deliverableId', post.deliverable.id)
    form.set('file', file)
    setBusy(true)
    setProblem(null)
    try {
      await uploadPart(`${linkId}/files`, form)
      await onChange()
    } catch (error) {
      setProblem(tell(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="upload">
      <label className="quiet" htmlFor={id}>
        {busy ? t('sending') : label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void upload(file)
        }}
      />
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
