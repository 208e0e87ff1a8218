// Finds a Chromium for the journey tests; on Debian as root it installs one, elsewhere it names the command.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

// The shell first: it draws the same pages without the program's own windows around them, in two thirds of the CPU time.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
// The fonts belong to it: without them every Chinese glyph in a screenshot is a box.
const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk']
// Older systems have the shell in no package.
const OTHERWISE = ['chromium', 'fonts-noto-cjk']

export function findBrowser({ install, say }) {
  const found = locate()
  if (found) return found
  if (install && mayInstall()) {
    say(`kolibra: installing ${PACKAGES.join(' and ')} for the browser tests, once`)
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update'], quiet)
    for (const packages of [PACKAGES, OTHERWISE]) {
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
      const installed = locate()
      if (installed) return installed
    }
  }
  say(
    `kolibra: no Chromium found. Install one and run "npm test" again:\n  sudo apt-get update && sudo apt-get install -y ${OTHERWISE.join(' ')}\nor set KOLIBRA_BROWSER to the path of a Chromium or Chrome.`,
  )
  process.exit(2)
}

function locate() {
  const wished = process.env['KOLIBRA_BROWSER']
  if (wished) return existsSync(wished) ? wished : undefined
  for (const name of NAMES) {
    const { stdout, status } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return existsSync(MAC) ? MAC : undefined
}

function mayInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
}
