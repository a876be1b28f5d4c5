// Ctrl A outside of a text field: the text one is in, and nothing around it.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useSelectAll } from '../../../../renderer/frame/useSelectAll.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({})

function Screen() {
  useSelectAll()
  return (
    <>
      <nav>Sidebar</nav>
      <main>
        <p>Settings</p>
        <pre tabIndex={0}>{'{ "id": 4 }'}</pre>
        <input aria-label="Name" defaultValue="Contoso" />
      </main>
    </>
  )
}

test.each([
  ['the JSON', '{ "id": 4 }', '{ "id": 4 }'],
  ['the screen without the sidebar', 'Settings', /^Settings\s+\{ "id": 4 \}/],
])('takes %s', async (_what, pressed, taken) => {
  show(<Screen />)
  await page.getByText(pressed).click()
  await userEvent.keyboard('{Control>}a{/Control}')
  expect(String(getSelection()).trim()).toMatch(taken)
  expect(String(getSelection())).not.toContain('Sidebar')
})

test('takes the text of a field that is typed in', async () => {
  show(<Screen />)
  await page.getByRole('textbox', { name: 'Name' }).click()
  await userEvent.keyboard('{Control>}a{/Control}x')
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('x')
})
