// Rows are chosen many at a time: all by Ctrl A, a stretch by Shift.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useSelectAll } from '../../../../../renderer/frame/useSelectAll.ts'
import { useRange, useSelectAllRows } from '../../../../../renderer/ui/keyboard/selectRows.ts'
import { answerCalls, show } from '../../rendered.tsx'

answerCalls({})
const ids = ['Adatum', 'Contoso', 'Fabrikam', 'Litware', 'Wingtip']

function Rows() {
  const [marked, setMarked] = useState<readonly string[]>([])
  const meant = useRange(ids)
  useSelectAll()
  useSelectAllRows(() => setMarked(ids))
  return (
    <main>
      <input aria-label="Filter" defaultValue="typed" />
      {ids.map((id) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={marked.includes(id)}
            onChange={({ currentTarget, nativeEvent }) => {
              const these = meant(id, nativeEvent)
              setMarked(
                currentTarget.checked
                  ? [...new Set([...marked, ...these])]
                  : marked.filter((other) => !these.includes(other)),
              )
            }}
          />
          {id}
        </label>
      ))}
      <output>{`[${ids.filter((id) => marked.includes(id)).join(' ')}]`}</output>
    </main>
  )
}

const box = (name: string) => page.getByRole('checkbox', { name })

test('Shift takes what lies between, and gives it back', async () => {
  show(<Rows />)
  await box('Litware').click()
  await box('Contoso').click({ modifiers: ['Shift'] })
  await expect.element(page.getByRole('status')).toHaveTextContent('[Contoso Fabrikam Litware]')
  await box('Fabrikam').click({ modifiers: ['Shift'] })
  await expect.element(page.getByRole('status')).toHaveTextContent('[Litware]')
})

test('Ctrl A takes every row from a box, and the text from a field', async () => {
  show(<Rows />)
  await page.getByRole('textbox', { name: 'Filter' }).click()
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(page.getByRole('status')).toHaveTextContent('[]')
  await box('Litware').click()
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(page.getByRole('status')).toHaveTextContent(`[${ids.join(' ')}]`)
})
