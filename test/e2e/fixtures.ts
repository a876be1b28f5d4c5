// What every end-to-end test starts from: a fresh data folder, a running host, its page open, and no error tolerated.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { createSimulator, type Simulator } from '../simulator/simulator.ts'
import { serveSimulator } from '../simulator/serve.ts'
import { startElectron } from '../support/electronHost.ts'
import { type RunningHost, startHost } from '../support/host.ts'

export { expect } from '@playwright/test'

type Options = {
  /** Start with `--demo`. */
  demo: boolean
}

export type ConnectWise = Simulator['credentials'] & { url: string; demo: Simulator }

type Fixtures = {
  /** A demo ConnectWise of its own, served over HTTP, with the keys that open it. */
  connectWise: ConnectWise
  /** The app's data folder, empty at start. */
  userData: string
  host: RunningHost
  /** Console errors, page errors and policy violations so far; a test that provokes one takes it out. */
  problems: string[]
}

const collectProblems = (page: Page, problems: string[]) => {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
}

export const test = base.extend<Options & Fixtures>({
  demo: [false, { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  userData: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'syncwright-e2e-'))
    await provide(folder)
    rmSync(folder, { recursive: true, force: true })
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  connectWise: async ({}, provide) => {
    const demo = createSimulator()
    const { url, close } = await serveSimulator(demo)
    await provide({ ...demo.credentials, url, demo })
    await close()
  },

  host: async ({ userData, demo }, provide) => {
    const start = process.env['HOST'] === 'electron' ? startElectron : startHost
    const host = await start(['--user-data', userData, ...(demo ? ['--demo'] : [])])
    await provide(host)
    expect(await host.quit(), host.output().err).toBe(0)
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  problems: async ({}, provide) => {
    await provide([])
  },

  page: async ({ page, host, problems }, provide) => {
    const shown = host.window ?? page
    collectProblems(shown, problems)
    if (shown === page) await page.goto(host.url)
    // Nobody presses a key before there is something to see.
    await expect(shown.getByRole('navigation', { name: 'Main' })).toBeVisible()
    await provide(shown)
    expect(problems, 'errors in the page').toEqual([])
    // The app must not be told of a connection that breaks because the test is over.
    if (shown === page) await page.close()
  },
})
