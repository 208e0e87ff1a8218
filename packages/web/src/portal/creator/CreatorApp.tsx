import { useEffect, useState } from 'react'
import { BriefScreen } from './BriefScreen.tsx'
import { CodeScreen } from './CodeScreen.tsx'
import { HeldScreen } from './HeldScreen.tsx'
import { HomeScreen } from './HomeScreen.tsx'
import { PlaybackScreen } from './PlaybackScreen.tsx'
import { PostScreen } from './PostScreen.tsx'
import { ReviewScreen } from './ReviewScreen.tsx'
import { useOpening, type Opening } from './use-opening.ts'
import { useProblemText } from './use-sending.ts'
import { LanguageContext, readLanguage, storeLanguage, useWords, type PageLanguage } from './use-words.ts'

/** The part of the address behind `#`: which screen is shown; the browser's way back works between them. */
function useScreen(): string {
  const [screen, setScreen] = useState(location.hash.slice(1))
  useEffect(() => {
    const follow = () => {
      setScreen(location.hash.slice(1))
      window.scrollTo(0, 0)
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  return screen
}

type Open = Extract<Opening, { phase: 'open' }>

function Screens({ open: { linkId, page }, onChange }: { open: Open; onChange: () => Promise<void> }) {
  const screen = useScreen()
  const post = page.posts.find(({ deliverable }) => screen === `post-${deliverable.id}`)
  if (post !== undefined) return <PostScreen key={post.deliverable.id} linkId={linkId} post={post} page={page} onChange={onChange} />
  const { brief } = page
  const platforms = page.posts.map(({ deliverable }) => deliverable.platform)
  if (screen === 'brief' && brief !== null) return <BriefScreen linkId={linkId} brief={brief} platforms={platforms} onChange={onChange} />
  if (screen === 'playback' && brief !== null) return <PlaybackScreen linkId={linkId} brief={brief} onChange={onChange} />
  if (screen === 'held') return <HeldScreen linkId={linkId} page={page} onChange={onChange} />
  return <HomeScreen page={page} />
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  const tell = useProblemText()
  return (
    <section className="part">
      <h1>{t('title')}</h1>
      <p role="alert">{tell(error)}</p>
      <button type="button" className="main" onClick={onRetry}>
        {t('retry')}
      </button>
    </section>
  )
}

function Body() {
  const { opening, start, load, enter } = useOpening()
  const { t } = useWords()
  if (opening.phase === 'opening')
    return (
      <p className="waiting" role="status">
        {t('opening')}
      </p>
    )
  if (opening.phase === 'refused') return <Refused error={opening.error} onRetry={start} />
  if (opening.phase === 'code') return <CodeScreen linkId={opening.linkId} onIn={enter} onAgain={start} />
  if (opening.phase === 'review') return <ReviewScreen {...opening} onChange={() => load(opening.linkId)} />
  return <Screens open={opening} onChange={() => load(opening.linkId)} />
}

/** The page of creators and of reviewers outside: one link, one hand, one question a screen. */
export function CreatorApp() {
  const [language, setLanguage] = useState<PageLanguage>(readLanguage)
  const next = language === 'zh' ? 'en' : 'zh'
  useEffect(() => storeLanguage(language), [language])
  return (
    <LanguageContext value={language}>
      <div className="top">
        <button type="button" className="plain" lang={next === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(next)}>
          {next === 'zh' ? '中文' : 'English'}
        </button>
      </div>
      <main>
        <Body />
      </main>
    </LanguageContext>
  )
}
