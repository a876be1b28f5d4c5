// End-to-end tests: two browsers beside each other, every test with a program and a data folder of its own, no second chances.
import { defineConfig } from '@playwright/test'
import { browserLaunch } from './scripts/ensure-chromium.mjs'

/** They start the app themselves, or speak with the browser host: nothing for real Electron (`HOST=electron`). */
const ofTheHost = [
  'host/*',
  'canary',
  'help',
  'keyboard',
  'offline',
  'connections/proxy',
  'files/opened',
  'preview/previewSamples',
  'relationship/revisions',
  'relationship/split',
].map((name) => `**/e2e/${name}.spec.ts`)

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: process.env['HOST'] === 'electron' ? ofTheHost : [],
  outputDir: 'test-results',
  // Real Electron has one screen and one focus.
  workers: process.env['HOST'] === 'electron' ? 1 : 2,
  retries: 0,
  // How long something may take is told by other tests: these limits end what hangs, on computers that do something else beside.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'line',
  use: {
    viewport: { width: 1280, height: 800 },
    // What fades or slides in is somewhere else when the click arrives.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: browserLaunch(),
  },
})
