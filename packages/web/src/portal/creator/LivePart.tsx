import { useState } from 'react'
import { sendPart } from './ask.ts'
import { momentOf, wallClockOf } from './name-post.ts'
import { Field, SendButton } from './parts.tsx'
import type { PostProps } from './page-data.ts'
import { UploadButton } from './UploadButton.tsx'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

// WeChat and the apps share a sentence with the address in it.
const findAddress = (text: string) => /https?:\/\/[^\s，。！]+/.exec(text)?.[0] ?? null

/** Reports where the post is live. */
export function LivePart({ linkId, post, onChange }: PostProps) {
  const { t } = useWords()
  const [shared, setShared] = useState('')
  const [time, setTime] = useState(() => wallClockOf(Date.now()))
  const [url, publishedAt] = [findAddress(shared), momentOf(time)]
  const sending = useSending(async () => {
    await sendPart(`${linkId}/publications`, { deliverableId: post.deliverable.id, url, publishedAt })
    await onChange()
  })
  return (
    <section className="part">
      <Field label={t('liveField')} lines={2} value={shared} onChange={setShared} />
      <Field label={t('liveTime')} type="datetime-local" value={time} onChange={setTime} />
      <SendButton label={t('liveSend')} sending={sending} disabled={url === null || publishedAt === null} />
    </section>
  )
}

/** Numbers of a post that is live, as screenshot or export. */
export function NumbersPart(props: PostProps) {
  const { t } = useWords()
  return (
    <section className="part">
      <p>{t('numbersHint')}</p>
      <UploadButton {...props} kind="numbers_screenshot" label={t('addScreenshot')} accept="image/png,image/jpeg" />
      <UploadButton {...props} kind="numbers_export" label={t('addExport')} accept=".xlsx,.csv" />
    </section>
  )
}
