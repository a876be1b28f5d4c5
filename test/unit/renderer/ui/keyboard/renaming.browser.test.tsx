// Renaming from a row: the new name may be typed before anything asks for it.
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useRename } from '../../../../../renderer/ui/keyboard/renaming.ts'
import { show } from '../../rendered.tsx'

function Row() {
  const rename = useRename()
  return (
    <>
      <button type="button" onClick={() => rename('harbour')}>
        Harbour
      </button>
      <input aria-label="Contract name" />
    </>
  )
}

afterEach(() => void vi.useRealTimers())

test('what is typed while the relationship opens stands in its new name', async () => {
  // However slowly the keys come, no time runs out.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  show(<Row />)
  await page.getByRole('button', { name: 'Harbour' }).click()
  await userEvent.keyboard('North')
  const name = page.getByRole('textbox', { name: 'Contract name' })
  name.element().focus()
  await expect.element(name).toHaveValue('North')
})
