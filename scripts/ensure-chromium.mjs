// Finds a browser for the end-to-end tests, and installs one where there is none.
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
