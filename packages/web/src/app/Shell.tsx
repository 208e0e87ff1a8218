import { ActionIcon, Group, SegmentedControl, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LoginNeeded } from '../accounts/LoginNeeded.tsx'
import { useSession } from '../accounts/use-session.ts'
import { WorkspaceMenu } from '../accounts/WorkspaceMenu.tsx'
import { ApiError } from '../api.ts'
import { useWaitingImpacts } from '../compliance/rules/use-impacts.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { switchLanguage } from './i18n/language.ts'
import { useLanguage } from './i18n/use-language.ts'

const PAGES = [
  { to: '/campaigns', label: 'nav.campaigns' },
  { to: '/tasks', label: 'nav.tasks' },
  { to: '/creators', label: 'nav.creators' },
  { to: '/forecasts', label: 'nav.forecasts' },
  { to: '/check', label: 'nav.check' },
  { to: '/rules', label: 'nav.rules' },
] as const

function ThemeButton() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const next = useComputedColorScheme('light') === 'light' ? 'dark' : 'light'
  return (
    <ActionIcon variant="default" size="md" aria-label={t(`shell.${next}`)} title={t(`shell.${next}`)} onClick={() => setColorScheme(next)}>
      <span aria-hidden>{next === 'dark' ? '☾' : '☀'}</span>
    </ActionIcon>
  )
}

// What rules changed and nobody has seen yet is told on every page, where one goes to see it.
function WaitingImpacts({ count }: { count: number }) {
  const { t } = useTranslation()
  const told = t('nav.waiting', { n: count })
  return (
    <span className="chip nav-count" title={told}>
      <span aria-hidden>{count}</span>
      <span className="sr-only">{told}</span>
    </span>
  )
}

// Not a banner landmark: an open dialog brings its own header, and two of a kind confuse a screen reader.
function Header() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const session = useSession()
  const waiting = useWaitingImpacts(session.data !== undefined)
  return (
    <div className="shell-header" role="region" aria-label="Kolibra">
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <Link to="/campaigns" className="brand">
        Kolibra
      </Link>
      <nav aria-label={t('shell.pages')} className="shell-nav">
        {PAGES.map(({ to, label }) => (
          <Link key={to} to={to} className="nav-link" activeProps={{ className: 'nav-link-active', 'aria-current': 'page' }}>
            {t(label)}
            {to === '/rules' && waiting > 0 && <WaitingImpacts count={waiting} />}
          </Link>
        ))}
      </nav>
      <Group gap="xs" wrap="nowrap" className="shell-tools">
        <SegmentedControl
          size="xs"
          aria-label={t('shell.language')}
          value={language}
          onChange={(value) => switchLanguage(value === 'zh' ? 'zh' : 'en')}
          data={[
            { value: 'en', label: 'English' },
            { value: 'zh', label: '简体中文' },
          ]}
        />
        <ThemeButton />
        {session.data && <WorkspaceMenu session={session.data} />}
      </Group>
    </div>
  )
}

function Content() {
  const session = useSession()
  if (session.isPending) return <Loading />
  if (session.error instanceof ApiError && session.error.problem.status === 401)
    return <LoginNeeded onRetry={() => void session.refetch()} />
  if (session.error) return <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
  return <Outlet />
}

/** Header, pages, language and theme around every page. */
export function Shell() {
  return (
    <>
      <Header />
      <main id="content" className="shell-main" tabIndex={-1}>
        <Content />
      </main>
    </>
  )
}
