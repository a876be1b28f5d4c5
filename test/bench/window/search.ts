// From the key press to the painted list while a company is searched among 100,000, beside a list that is always empty.
import type { Page } from '@playwright/test'
import { keyPresses } from '../companies/typed.ts'
import { figure, p95 } from '../figure.ts'
import { removeFolder } from '../processes.ts'
import { hugeDemoFolder } from './hugeDemo.ts'
import { openDemo, withWindow } from './open.ts'
import { withPeer } from './peer.ts'

/** Long enough for the list to have settled, as long as quick typing takes. */
const pause = 150

/** Notes, after each key press, how long it took until the last change of the list was on the screen. */
const notePaints = () => {
  const list = document.querySelector('[role=listbox]')?.parentElement
  if (!list) throw new Error('No list is open.')
  const painted = { pressed: 0, ms: null as number | null }
  addEventListener(
    'keydown',
    ({ timeStamp }) => Object.assign(painted, { pressed: timeStamp, ms: null }),
    true,
  )
  new MutationObserver((changes) => {
    // The popover's own attributes are its place on the screen.
    if (changes.every(({ type, target }) => type === 'attributes' && target === list)) return
    requestAnimationFrame(() =>
      // The first task after a frame's callbacks comes after its paint.
      setTimeout(() => (painted.ms = performance.now() - painted.pressed)),
    )
  }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true })
  Object.assign(globalThis, { painted })
}
/** Other letters have no key on the keyboard the browser is driven with. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]+$/.test(text)

const readPaint = (): number | null => Reflect.get(globalThis, 'painted').ms

/** Milliseconds of every key press that changed the list. */
async function pressKeys(page: Page): Promise<number[]> {
  const box = page.getByRole('combobox', { name: 'Company', exact: true })
  await box.press('ArrowDown')
  await page.getByRole('listbox').waitFor()
  // The first search builds the index; it is measured on its own.
  await page.keyboard.type('zz')
  await page.waitForTimeout(1500)
  await page.evaluate(notePaints)
  const times: number[] = []
  for (const text of keyPresses.filter(isPlain)) {
    if (text.length === 1) {
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Backspace')
      await page.waitForTimeout(2 * pause)
    }
    await page.keyboard.press(text.at(-1) ?? '')
    await page.waitForTimeout(pause)
    const ms = await page.evaluate(readPaint)
    if (ms !== null) times.push(ms)
  }
  return times
}

export async function measure() {
  const userData = await hugeDemoFolder()
  try {
    const times = await withWindow({ userData }, async ({ page }) => {
      await openDemo(page)
      return pressKeys(page)
    })
    const peerTimes = await withPeer('picker', ({ page }) => pressKeys(page))
    return [
      figure({
        name: 'company-search-painted',
        value: p95(times),
        unit: 'ms',
        goal: { most: 33 },
        peer: { name: 'an empty list', value: p95(peerTimes) },
      }),
    ]
  } finally {
    removeFolder(userData)
  }
}
