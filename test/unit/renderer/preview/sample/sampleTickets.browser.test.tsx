// Tickets that a worker holds, for whoever compares them in the page: all of them where they are few, whatever their file weighed.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { entriesOf } from '../../../../../renderer/preview/judging/entries.ts'
import { heldSample } from '../../../../../renderer/preview/judging/heldSample.ts'
import { createRemote, type Ask } from '../../../../../renderer/preview/judging/remote.ts'
import { createWriter } from '../../../../../renderer/preview/judging/ticketText.ts'
import { firstTickets, useAllTickets } from '../../../../../renderer/preview/sample/sampleTickets.ts'
import type { Tickets } from '../../../../../shared/preview/sample/tickets.ts'
import { show } from '../../rendered.tsx'

const tickets = Array.from({ length: 1203 }, (_, index) => ({ key: `K-${index}`, summary: `Title ${index}` }))
const data: Tickets = { flow: 'inbound', tickets }

/** A sample behind a worker that answers with its text, as the real one does. */
function farSample() {
  const port = new EventTarget()
  const write = createWriter({ flow: 'inbound', tickets }, false)
  const remote = createRemote({
    addEventListener: port.addEventListener.bind(port),
    terminate: () => undefined,
    postMessage({ id, input }: Ask) {
      const { from }: { from: number } = input
      const data = { id, value: write(from) }
      queueMicrotask(() => port.dispatchEvent(new MessageEvent('message', { data })))
    },
  })
  return heldSample({ kind: 'worker', remote }, 'inbound', entriesOf(data), {
    kind: 'file',
    name: 'big.json',
  })
}

test('the first tickets come whole and in their order, and no more than asked for', async () => {
  const found = await firstTickets(farSample(), 701)
  expect(found.tickets.map((ticket) => ('key' in ticket ? ticket.key : ''))).toEqual(
    tickets.slice(0, 701).map(({ key }) => key),
  )
})

const sample = farSample()
function Count({ most }: { most: number }) {
  const found = useAllTickets(sample, most)
  return <p>{found ? `${found.tickets.length} tickets` : 'none'}</p>
}

test('all are fetched where there are as many as may be, none where there are more', async () => {
  show(
    <>
      <Count most={2000} />
      <Count most={1202} />
    </>,
  )
  await expect.element(page.getByText('1203 tickets')).toBeVisible()
  await expect.element(page.getByText('none')).toBeVisible()
})
