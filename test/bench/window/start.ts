// From the start of the page to a first screen that answers, beside an empty Mantine shell; and the script that takes.
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { figure, median } from '../figure.ts'
import { type Opened, withWindow } from './open.ts'
import { withPeer } from './peer.ts'

const runs = 9

/** Runs in the page before anything of its own: notes when heading and buttons are painted and the thread is free again. */
const noteStart = () => {
  const started = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('h1') || !document.querySelector('button')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  Object.assign(globalThis, { started })
}
const readStart = (): Promise<number> => Reflect.get(globalThis, 'started')

/** Milliseconds of one start in a new window. */
async function startOnce({ host, newWindow }: Opened): Promise<number> {
  const page = await newWindow()
  await page.addInitScript(noteStart)
  await page.goto(host.origin)
  const ms = await page.evaluate(readStart)
  await page.context().close()
  return ms
}

/** Bytes of script the window loads until its first screen is at rest, packed; the host's own does not count. */
async function scriptBytes({ host, newWindow }: Opened): Promise<number> {
  const page: Page = await newWindow()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script'
    if (isScript && !response.url().includes('/__host/')) bodies.push(response.body())
  })
  await page.goto(host.origin)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // What follows the first paint counts as well.
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
  await page.context().close()
  return bytes
}

export const measure = () =>
  withPeer('shell', (shell) =>
    withWindow({}, async (app) => {
      const times: number[] = []
      const peerTimes: number[] = []
      for (let run = 0; run < runs; run += 1) {
        peerTimes.push(await startOnce(shell))
        times.push(await startOnce(app))
      }
      return [
        figure({
          name: 'start-interactive',
          value: median(times),
          unit: 'ms',
          goal: { mostRatio: 1.25 },
          peer: { name: 'an empty shell', value: median(peerTimes) },
        }),
        figure({
          name: 'first-screen-js',
          value: (await scriptBytes(app)) / 1000,
          unit: 'kB gzip',
          goal: { most: 200 },
        }),
      ]
    }),
  )
