// Files dropped anywhere in the window go to `Files`; what is dropped into a field is text.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { fileIntake } from '../../../../renderer/files/incomingFiles.ts'
import { useIncomingFiles } from '../../../../renderer/frame/useIncomingFiles.ts'
import { useNavigation } from '../../../../renderer/state/navigation.tsx'
import { show } from '../rendered.tsx'

function Window() {
  useIncomingFiles()
  return (
    <>
      <output>{`On ${useNavigation().view.name}.`}</output>
      <input aria-label="Partner" />
    </>
  )
}

/** Answers whether the browser would do something of its own with it. */
function drop(target: Element, transfer: DataTransfer): boolean {
  const init = { dataTransfer: transfer, bubbles: true, cancelable: true }
  return target.dispatchEvent(new DragEvent('drop', init))
}

test('a dropped file waits for the screen that looks at it', async () => {
  show(<Window />)
  await expect.element(page.getByText('On start.')).toBeVisible()
  const words = new DataTransfer()
  words.setData('text/plain', 'Contoso')
  expect(drop(page.getByLabelText('Partner').element(), words)).toBe(true)
  const files = new DataTransfer()
  files.items.add(new File(['{}'], 'adatum.syncwright.json'))
  expect(drop(page.getByLabelText('Partner').element(), files)).toBe(false)
  await expect.element(page.getByText('On files.')).toBeVisible()
  expect(fileIntake.get().waiting.map(({ name }) => name)).toEqual(['adatum.syncwright.json'])
})
