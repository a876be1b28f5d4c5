// The browser the tests drive: finds it, installs one where there is none, and says how it is started.
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { chromium } from '@playwright/test'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of the browser to drive: `$CHROMIUM` first, then what the computer has, then Playwright's own; null without any. */
export const findChromium = () =>
  [process.env['CHROMIUM'], ...places, chromium.executablePath()].find((path) => path && existsSync(path)) ??
  null

/**
 * What a browser is started without: nothing runs in it but the page. Only the last `--disable-features` counts, so those that
 * Playwright turns off itself (its `chromiumSwitches.ts`) stand here too.
 */
const off = [
  // Each window would load the list below its address bar as two pages of their own.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // A process kept ready for another site, which never comes; and the first page would change its process for the app's.
  'SpareRendererForSitePerProcess',
  'IsolateOrigins',
  'site-per-process',
  // Playwright's own.
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

export const browserLaunch = () => {
  const executablePath = findChromium()
  return {
    ...(executablePath !== null && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-site-isolation-trials',
      `--disable-features=${off.join(',')}`,
    ],
  }
}

const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0

const installFromDebian = () =>
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/apt-get') &&
  run('apt-get', '-q', 'update') &&
  run('apt-get', '-q', 'install', '-y', '--no-install-recommends', 'chromium')

const installFromPlaywright = () =>
  run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium')

if (realpathSync(process.argv[1] ?? '') === import.meta.filename && findChromium() === null) {
  console.error('No browser found for the end-to-end tests; installing one.')
  if (!(installFromDebian() || installFromPlaywright()) || findChromium() === null) {
    console.error('No browser could be installed. Install Chromium or Chrome, or name one in $CHROMIUM.')
    process.exit(1)
  }
}
