// Two kinds of tests run here: unit (pure code) and integration (real stores, real HTTP); e2e belongs to Playwright.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'],
    testTimeout: 20_000,
  },
})
