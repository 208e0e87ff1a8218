import { shanghaiClock } from '@kolibra/core/shared'
import { AnswerPart } from './AnswerPart.tsx'
import { DraftPart } from './DraftPart.tsx'
import { BackLink, TurnLine } from './HomeScreen.tsx'
import { LivePart, NumbersPart } from './LivePart.tsx'
import { namePost } from './name-post.ts'
import type { PageData, PostProps } from './page-data.ts'
import { More, Part } from './parts.tsx'
import { ProductPart } from './ProductPart.tsx'
import { IdeaPart, TimePart } from './ProposeParts.tsx'
import { RequestList } from './RequestList.tsx'
import { RefusePart } from './RefusePart.tsx'
import { useWords } from './use-words.ts'

const WRITES: readonly string[] = ['contracted', 'drafting', 'draft_in_review', 'changes_requested']
const TAKES_IDEAS: readonly string[] = ['planned', 'contracted', 'drafting', 'changes_requested']

function Proposals(props: PostProps) {
  const { t } = useWords()
  const { state } = props.post.deliverable
  return (
    <>
      {TAKES_IDEAS.includes(state) && (
        <More title={t('idea')}>
          <IdeaPart {...props} />
        </More>
      )}
      {state !== 'published' && (
        <More title={t('time')}>
          <TimePart {...props} />
        </More>
      )}
    </>
  )
}

/** The one thing that is asked now, on top; what else is possible below. */
function Asked(props: PostProps) {
  const { t } = useWords()
  const { post } = props
  const { step, changesAsked, deliverable } = post
  if (step === 'answer') return <AnswerPart {...props} />
  if (step === 'publish') return <LivePart {...props} />
  if (step === 'numbers' || step === 'done') return <NumbersPart {...props} />
  if (!WRITES.includes(deliverable.state) || step === 'wait' || step === 'declined') return null
  return (
    <>
      {changesAsked !== null && (
        <Part title={t('changesAsked')}>
          <p className="note">{changesAsked.note ?? '—'}</p>
          <More title={t('refuse')}>
            <RefusePart {...props} />
          </More>
        </Part>
      )}
      <DraftPart {...props} />
    </>
  )
}

/** One post: state and next step on top, the one thing that is asked, then what else can be said. */
export function PostScreen({ page, ...props }: PostProps & { page: PageData }) {
  const { t, language } = useWords()
  const { post } = props
  const { plannedFor, publishedUrl } = post.deliverable
  return (
    <>
      <BackLink />
      <h1>{namePost(post.deliverable, language)}</h1>
      <TurnLine post={post} />
      {plannedFor !== null && <p className="dim">{t('plannedFor', { day: plannedFor })}</p>}
      {publishedUrl !== null && (
        <p className="dim" data-raw>
          <a href={publishedUrl} rel="noreferrer">
            {publishedUrl}
          </a>
        </p>
      )}
      {post.notices.length > 0 && (
        <Part title={t('notices')}>
          {post.notices.map(({ ruleId, effectiveOn, zh }) => (
            <p key={`${ruleId} ${effectiveOn}`} className="note">
              {zh}
            </p>
          ))}
        </Part>
      )}
      {page.brief !== null && (
        <a className="quiet" href="#brief">
          {t('readBrief')}
        </a>
      )}
      <Asked {...props} />
      {post.deliverable.state !== 'published' && post.step !== 'closed' && (
        <More title={`${t('product')}${page.product.isProved ? ' · ✓' : ''}`}>
          <ProductPart {...props} product={page.product} />
        </More>
      )}
      <Proposals {...props} />
      <RequestList requests={post.requests} />
      {post.files.length > 0 && (
        <Part title={t('uploads')}>
          <ul className="lines">
            {post.files.map(({ id, kind, fileName, uploadedAt }) => (
              <li key={id} data-raw>
                {t(`kind_${kind}`)} · {fileName} · {shanghaiClock(uploadedAt)}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}
