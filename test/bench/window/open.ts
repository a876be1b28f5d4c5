// A window of the built app, or of a page to compare it with, in the browser host and a browser of its own.
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import config from '../../../playwright.config.ts'
import { removeFolder, temporaryFolder } from '../processes.ts'
import { type RunningHost, startHost } from '../../support/host.ts'

export type Opened = {
  page: Page
  host: RunningHost
  browser: Browser
  /** Another window as after a new start: nothing cached, nothing stored but the way in. */
  newWindow: () => Promise<Page>
}

type Options = {
  /** Prepared data folder; an empty one without it. */
  userData?: string
  /** The app's folder; the project itself without it. */
  app?: string
}

const viewport = { width: 1360, height: 860 }

/** Opens a window, lets `work` measure in it, and closes everything again. */
export async function withWindow<T>(options: Options, work: (opened: Opened) => Promise<T>): Promise<T> {
  const userData = options.userData ?? temporaryFolder()
  const host = await startHost(['--user-data', userData, ...(options.app ? ['--app', options.app] : [])])
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    const context = await browser.newContext({ viewport })
    const page = await context.newPage()
    await page.goto(host.url)
    const newWindow = async () => {
      // The way in is a cookie and what the host keeps with its origin.
      const known: BrowserContextOptions = { viewport, storageState: await context.storageState() }
      return (await browser.newContext(known)).newPage()
    }
    return await work({ page, host, browser, newWindow })
  } finally {
    await browser.close()
    await host.quit()
    if (options.userData === undefined) removeFolder(userData)
  }
}

/** From the first screen into the demo organisation's first relationship. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await page.getByRole('combobox', { name: 'Company', exact: true }).waitFor()
}
