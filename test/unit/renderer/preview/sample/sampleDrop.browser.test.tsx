// A table pasted while the preview is shown is taken, unless it is pasted where one types.
import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useSamplePaste } from '../../../../../renderer/preview/sample/sampleDrop.ts'
import { answerCalls, show } from '../../rendered.tsx'

answerCalls({})

function Preview({ shown }: { shown: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  const [taken, setTaken] = useState('nothing')
  useSamplePaste(box, true, (file) => void file.text().then(setTaken))
  return (
    <>
      <input aria-label="Company" />
      <button>Refresh</button>
      <div ref={box} hidden={!shown}>
        Tickets
      </div>
      <output>{taken}</output>
    </>
  )
}

const pasteInto = async (place: ReturnType<typeof page.getByRole>, text: string) => {
  await expect.element(place).toBeVisible()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  place.element().dispatchEvent(paste)
}

const taken = page.getByRole('status')

test('cells copied from a spreadsheet are taken beside a button, not in a text box', async () => {
  show(<Preview shown />)
  await pasteInto(page.getByLabelText('Company'), 'Contoso')
  await pasteInto(page.getByRole('button'), 'Key\tSummary\nW-1\tScanner jams')
  await expect.element(taken).toHaveTextContent('Key Summary W-1 Scanner jams')
})

test.each([
  ['while something else is shown', false, 'Key\tSummary'],
  ['of an empty text', true, ' \n'],
])('nothing is taken %s', async (_when, isShown, text) => {
  show(<Preview shown={isShown} />)
  await pasteInto(page.getByRole('button'), text)
  await expect.element(taken).toHaveTextContent('nothing')
})
