// End-to-end tests: two browsers beside each other, every test with a program and a data folder of its own, no second chances.
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/ensure-chromium.mjs'

const browser = findChromium()

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
  timeout: 30_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'line',
  use: {
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
