// Takes the pictures of the documentation: walks the built app through its screens and states, in light and in dark.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { createSimulator } from '../../test/simulator/simulator.ts'
import { serveSimulator } from '../../test/simulator/serve.ts'
import { startHost } from '../../test/support/host.ts'
import { ensureBuild } from '../ensure-build.mjs'
import { findChromium } from '../ensure-chromium.mjs'
import { walks } from './screenshotWalks.mjs'
import { shrinkPng } from './shrinkPng.mjs'

const folder = resolve(import.meta.dirname, '../../docs/screenshots')
const largest = 6_000_000
const regular = { width: 1280, height: 800 }

/** The window of one theme with the few things a walk does again and again. */
const handle = (page, connectWise, theme) => ({
  page,
  connectWise,
  button: (name) => page.getByRole('button', { name, exact: true }),
  picker: (name) => page.getByRole('combobox', { name, exact: true }),
  field: (name) => page.getByLabel(name, { exact: true }),
  tab: (name) => page.getByRole('tab', { name }).click(),
  visible: (words) => page.getByText(words).first().waitFor(),
  /** A picture once nothing moves and the pointer is out of the way. */
  shot: async (name) => {
    await page.mouse.move(0, 0)
    await page.waitForTimeout(350)
    writeFileSync(join(folder, theme, `${name}.png`), shrinkPng(await page.screenshot()))
  },
})

/** Every picture in one theme, in a fresh app with its own made-up ConnectWise. */
const photograph = async (browser, theme) => {
  const userData = mkdtempSync(join(tmpdir(), 'syncwright-screenshots-'))
  const demo = createSimulator()
  const { url, close } = await serveSimulator(demo)
  const host = await startHost(['--user-data', userData])
  const page = await browser.newPage({ viewport: regular, colorScheme: theme, reducedMotion: 'reduce' })
  page.setDefaultTimeout(10_000)
  mkdirSync(join(folder, theme), { recursive: true })
  try {
    await page.goto(host.url)
    const at = handle(page, { ...demo.credentials, url, demo }, theme)
    for (const walk of Object.values(walks)) await walk(at)
  } catch (error) {
    await page.screenshot({ path: join(tmpdir(), 'syncwright-screenshots-failed.png') })
    throw error
  } finally {
    await page.close()
    await host.quit()
    await close()
    rmSync(userData, { recursive: true, force: true })
  }
}

await ensureBuild(['main', 'worker', 'preload', 'renderer'])
rmSync(folder, { recursive: true, force: true })
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--no-sandbox'],
})
for (const theme of ['light', 'dark']) await photograph(browser, theme)
await browser.close()

const pictures = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.png'))
const size = pictures.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
console.log(`${pictures.length} pictures, ${(size / 1e6).toFixed(1)} MB, in docs/screenshots`)
if (size > largest) {
  console.error(`That is more than ${largest / 1e6} MB.`)
  process.exitCode = 1
}
