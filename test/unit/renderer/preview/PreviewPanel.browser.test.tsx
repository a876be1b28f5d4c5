// The preview where something is to be chosen first: tickets that somebody brings are taken all the same.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { PreviewPanel } from '../../../../renderer/preview/PreviewPanel.tsx'
import { connectionRefOf } from '../../../../shared/connection/connectionRef.ts'
import { effective } from '../../../../shared/relationship/effective.ts'
import { noConnection } from '../../../../renderer/relationship/workspace/detached.tsx'
import { detail } from '../relationship/draftForm.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({})
const relationship = effective(detail.id, detail.draft, connectionRefOf(noConnection))

function ToChoose() {
  const [shown, setShown] = useState(false)
  return (
    <PreviewPanel
      relationship={relationship}
      saved={null}
      reference={null}
      target={{ connectionId: 'c1', overrideOf: null }}
      lastChange={null}
      instead={shown ? null : { shown: <p>4 to choose first</p>, onSample: () => setShown(true) }}
    />
  )
}

const paste = (text: string) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

test('a pasted table is asked about and shown, in place of what is to be chosen', async () => {
  show(<ToChoose />)
  await expect.element(page.getByText('4 to choose first')).toBeVisible()
  paste('Ticket #\tTitle\n17\tScanner is slow\n')
  await expect.element(page.getByRole('button', { name: 'Use these columns' })).toHaveFocus()
  await page.getByRole('button', { name: 'Use these columns' }).click()
  await expect.element(page.getByText(/^1 ticket:/)).toBeVisible()
  await expect.element(page.getByText('4 to choose first')).not.toBeInTheDocument()
})

test('text that holds no tickets is told as that', async () => {
  show(<ToChoose />)
  await expect.element(page.getByText('4 to choose first')).toBeVisible()
  paste('see you on Monday')
  await expect.element(page.getByText(/it seems to be no table/)).toBeVisible()
})

test('the way from what is searched to what was found is the arrow', async () => {
  show(<ToChoose />)
  await expect.element(page.getByText('4 to choose first')).toBeVisible()
  paste(JSON.stringify(['Fan', 'Printer', 'Router'].map((summary, key) => ({ key, summary }))))
  const search = page.getByRole('searchbox', { name: 'Search tickets' })
  await search.fill('router')
  await expect.element(page.getByText('Printer')).not.toBeInTheDocument()
  await search.click()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('grid', { name: 'Tickets of the sample' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Router' })).toBeVisible()
})
