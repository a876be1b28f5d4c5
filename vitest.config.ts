// Three kinds of tests run here: unit (pure code), integration (real stores, real HTTP) and attacks on both; e2e belongs to Playwright.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts', 'test/attacks/**/*.test.ts'],
    testTimeout: 20_000,
  },
})
