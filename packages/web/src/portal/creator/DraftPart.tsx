import type { OwnDraft } from '@kolibra/core/portal'
import { shanghaiClock } from '@kolibra/core/shared'
import { useState } from 'react'
import { sendPart } from './ask.ts'
import { FindingList } from './FindingList.tsx'
import { Choice, Field, Part, SendButton } from './parts.tsx'
import type { PostProps } from './page-data.ts'
import { UploadButton } from './UploadButton.tsx'
import { useFindings } from './use-findings.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

const AI_USES = ['none', 'partly', 'full'] as const

function DraftFacts({ own, change }: { own: OwnDraft; change: (changed: Partial<OwnDraft>) => void }) {
  const { t } = useWords()
  const open = { value: '', label: t('unanswered') }
  const used = own.usedProduct === null ? '' : String(own.usedProduct)
  return (
    <>
      <Field
        label={t('draftLink')}
        type="url"
        value={own.link ?? ''}
        onChange={(link) => change({ link: link.trim() === '' ? null : link.trim() })}
      />
      <Field label={t('draftLabel')} value={own.label ?? ''} onChange={(label) => change({ label: label === '' ? null : label })} />
      <Choice
        label={t('draftUsed')}
        value={used}
        options={[open, { value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]}
        onChange={(value) => change({ usedProduct: value === '' ? null : value === 'true' })}
      />
      <Choice
        label={t('draftAi')}
        value={own.aiUse ?? ''}
        options={[open, ...AI_USES.map((value) => ({ value, label: t(`ai_${value}`) }))]}
        onChange={(value) => change({ aiUse: AI_USES.find((use) => use === value) ?? null })}
      />
    </>
  )
}

/** Writing and sending a draft, with what the rules say beside it. */
export function DraftPart(props: PostProps) {
  const { linkId, post, onChange } = props
  const { t } = useWords()
  const { own, change, forget } = useKeptDraft(post)
  const { lint, checking } = useFindings(linkId, post.deliverable.id, own)
  const [sentVersion, setSentVersion] = useState<number | null>(null)
  const sending = useSending(async () => {
    const { version } = await sendPart<{ version: number }>(`${linkId}/drafts`, { deliverableId: post.deliverable.id, own })
    forget()
    setSentVersion(version)
    await onChange()
  })
  const fix = (match: string, replacement: string) => change({ text: own.text.replace(match, replacement) })
  return (
    <>
      {post.draft !== null && (
        <p className="dim">{t('newestDraft', { version: post.draft.version, at: shanghaiClock(post.draft.submittedAt) })}</p>
      )}
      <Field label={t('draftTitle')} value={own.title} onChange={(title) => change({ title })} />
      <Field label={t('draftText')} lines={10} value={own.text} onChange={(text) => change({ text })} />
      <Part title={`${t('findings')}${checking ? ` · ${t('checking')}` : ''}`}>
        <div aria-live="polite">{lint === null ? <p className="dim">{t('findingsHint')}</p> : <FindingList lint={lint} onFix={fix} />}</div>
      </Part>
      <DraftFacts own={own} change={change} />
      <UploadButton {...props} kind="draft_image" label={t('addImage')} accept="image/png,image/jpeg" />
      {sentVersion !== null && (
        <p className="good" role="status">
          ✓ {t('draftSent', { version: sentVersion })}
        </p>
      )}
      <SendButton label={t('submitDraft')} sending={sending} disabled={own.text.trim() === ''} />
    </>
  )
}
