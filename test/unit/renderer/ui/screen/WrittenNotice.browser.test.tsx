// What came of a file that was to be written stays on the screen that asked for it.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useWritten, writeFor, WrittenNotice } from '../../../../../renderer/ui/screen/WrittenNotice.tsx'
import { requestValue } from '../../../../../renderer/state/queries.ts'
import { answerCalls, show } from '../../rendered.tsx'

function Screen() {
  const [written, setWritten] = useWritten('a screen')
  const write = () => writeFor(setWritten, 'Not exported', () => requestValue('files:export', { ids: ['a'] }))
  return (
    <>
      <button type="button" onClick={() => void write()}>
        Export
      </button>
      <main>{written && <WrittenNotice written={written} onDismiss={() => setWritten(null)} />}</main>
    </>
  )
}

test('a failure is said there until it is put aside, and gives way to the file that is written after it', async () => {
  const answers: (() => { path: string } | null)[] = [
    () => {
      throw new Error('The folder cannot be written to.')
    },
    () => null,
    () => ({ path: '/exports/acme.syncwright.json' }),
  ]
  answerCalls({ 'files:export': () => answers.shift()?.() ?? null })
  show(<Screen />)
  const here = page.getByRole('main')
  await page.getByRole('button', { name: 'Export' }).click()
  await expect.element(here.getByRole('alert').getByText('Not exported')).toBeVisible()
  // Cancelled: nothing has come of it.
  await page.getByRole('button', { name: 'Export' }).click()
  await expect.element(here.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect
    .element(here.getByRole('status').getByText('acme.syncwright.json', { exact: true }))
    .toBeVisible()
  await expect.element(here.getByRole('alert')).not.toBeInTheDocument()
})
