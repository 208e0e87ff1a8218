import { useState } from 'react'
import { sendPart } from './ask.ts'
import type { PageData, PostProps } from './page-data.ts'
import { Field, SendButton } from './parts.tsx'
import { UploadButton } from './UploadButton.tsx'
import { useSending } from './use-sending.ts'
import { useWords } from './use-words.ts'

const dayOf = (value: string) => (value === '' ? null : value)

/** That the product came and is used: days, a word, a photo. Before a draft, because nobody writes of what they did not use. */
export function ProductPart({ product, ...props }: PostProps & { product: PageData['product'] }) {
  const { t } = useWords()
  const { linkId, post, onChange } = props
  const [received, setReceived] = useState(product.receivedOn ?? '')
  const [used, setUsed] = useState(product.inUseSince ?? '')
  const [note, setNote] = useState('')
  const sending = useSending(async () => {
    const said = { receivedOn: dayOf(received), inUseSince: dayOf(used), note: note.trim() }
    await sendPart(`${linkId}/product-notes`, { ...said, revision: product.revision })
    setNote('')
    await onChange()
  })
  const hasPhoto = post.files.some(({ kind }) => kind === 'product_photo')
  return (
    <>
      <p className="dim">{product.sentOn === null ? t('productUnsent') : t('productSent', { day: product.sentOn })}</p>
      {product.isProved && (
        <p className="good" role="status">
          ✓ {t('productProved')}
        </p>
      )}
      <Field label={t('productReceived')} type="date" value={received} onChange={setReceived} />
      <Field label={t('productUsed')} type="date" value={used} onChange={setUsed} />
      <UploadButton
        {...props}
        kind="product_photo"
        label={hasPhoto ? t('productPhotoMore') : t('productPhoto')}
        accept="image/png,image/jpeg"
      />
      <Field label={t('productNote')} lines={2} value={note} onChange={setNote} />
      <SendButton label={t('productSend')} sending={sending} disabled={received === '' && used === ''} />
    </>
  )
}
