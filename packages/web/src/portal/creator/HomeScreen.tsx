import type { OwnPost, OwnTalk, PageData } from './page-data.ts'
import { nameDue, namePost } from './name-post.ts'
import { useWords } from './use-words.ts'
import type { WordKey } from './words-zh.ts'

const TURN = { creator: 'yourTurn', desk: 'deskTurn', none: 'noTurn' } as const satisfies Record<OwnPost['whose'], WordKey>
const MARK = { creator: '●', desk: '○', none: '✓' } as const

/** Whose turn it is and for what, with the day. */
export function TurnLine({ post }: { post: OwnPost }) {
  const { t, language } = useWords()
  return (
    <p className={`turn turn-${post.whose}`}>
      <span className="chip">
        <span aria-hidden>{MARK[post.whose]} </span>
        {t(TURN[post.whose])}
      </span>{' '}
      <strong>{t(`step_${post.step}`)}</strong>
      {post.due !== null && post.whose === 'creator' && <span className="due">{t('by', { due: nameDue(post.due, language) })}</span>}
    </p>
  )
}

function PostCard({ post }: { post: OwnPost }) {
  const { language } = useWords()
  return (
    <li>
      <a className="card" href={`#post-${post.deliverable.id}`}>
        <span className="card-title">{namePost(post.deliverable, language)}</span>
        <TurnLine post={post} />
      </a>
    </li>
  )
}

/** How far the brief was played back. */
function PlaybackLink({ talk }: { talk: OwnTalk }) {
  const { t } = useWords()
  const { differences, isUnderstood, threads } = talk
  const open = differences.length === 0 ? t('playAsked') : t('playDiffers', { n: differences.length })
  const answered = threads.filter(({ state }) => state === 'answered').length
  return (
    <>
      {answered > 0 && <p className="dim">{t('answeredQuestions', { n: answered })}</p>}
      <a className="quiet" href="#playback">
        {t('playTitle')} · {isUnderstood ? `✓ ${t('playDone')}` : open}
      </a>
    </>
  )
}

/** What this is about, whose turn it is, and the way to each post, the brief and the own data. */
export function HomeScreen({ page }: { page: PageData }) {
  const { t } = useWords()
  const { campaign, desk, posts, brief, expiresAt } = page
  const mine = posts.filter(({ whose }) => whose === 'creator')
  const rest = posts.filter(({ whose }) => whose !== 'creator')
  return (
    <>
      <h1>
        {campaign.brand} · {campaign.product}
      </h1>
      <p className="dim">{t('deskOf', { desk })}</p>
      <h2>{t('posts')}</h2>
      {posts.length === 0 && <p>{t('noPosts')}</p>}
      <ul className="cards">
        {[...mine, ...rest].map((post) => (
          <PostCard key={post.deliverable.id} post={post} />
        ))}
      </ul>
      {brief === null ? (
        <p className="dim">{t('noBrief')}</p>
      ) : (
        <>
          <a className="main" href="#brief">
            {t('readBrief')}
          </a>
          <PlaybackLink talk={brief.talk} />
        </>
      )}
      <a className="quiet" href="#held">
        {t('myData')}
      </a>
      <p className="dim">{t('endsOn', { day: expiresAt.slice(0, 10) })}</p>
    </>
  )
}

/** The way back to the first screen. */
export function BackLink() {
  const { t } = useWords()
  return (
    <a className="back" href="#">
      ‹ {t('back')}
    </a>
  )
}
