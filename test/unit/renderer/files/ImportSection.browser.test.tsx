// The way in: a locked bundle that is cancelled while it is opened is not looked at.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { fileIntake } from '../../../../renderer/files/incomingFiles.ts'
import { ImportSection } from '../../../../renderer/files/ImportSection.tsx'
import { useFileIntake } from '../../../../renderer/files/readIncoming.ts'
import { answerCalls, show } from '../rendered.tsx'

function Section() {
  const intake = useFileIntake()
  return (
    <>
      <ImportSection intake={intake} imported={[]} />
      <output>{intake.review?.fileNames[0] ?? 'nothing is looked at'}</output>
    </>
  )
}

test('a bundle whose opening was cancelled is not shown when it is open', async () => {
  const opened = Promise.withResolvers<{ importId: string; entries: []; carries: null; notices: [] }>()
  answerCalls({ 'connections:list': () => [], 'files:readBundle': () => opened.promise })
  fileIntake.set((before) => ({ ...before, locked: { fileName: 'fleet.age', bytes: new Uint8Array(1) } }))
  show(<Section />)
  await page.getByLabelText('Passphrase').fill('seven quiet herons')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  opened.resolve({ importId: 'i1', entries: [], carries: null, notices: [] })
  await opened.promise
  await expect.element(page.getByText('nothing is looked at')).toBeVisible()
  expect(fileIntake.get().review).toBeNull()
})
