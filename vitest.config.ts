// Three kinds of tests run here: functions and whole programs in Node, attacks included, and parts of the window in a browser. E2e belongs to Playwright.
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserLaunch } from './scripts/ensure-chromium.mjs'

export default defineConfig({
  test: {
    // One process a core: what the tests wait for, other processes compute. The limit ends what hangs, it measures nothing.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/unit/**/*.test.ts'],
          // Loading the modules anew for each file takes longer than the tests in it.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/attacks/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        // A library that is met only while tests run makes the page load anew under them.
        optimizeDeps: { entries: ['renderer/main.tsx', 'test/unit/renderer/**/*.browser.test.tsx'] },
        test: {
          name: 'browser',
          include: ['test/unit/renderer/**/*.browser.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
