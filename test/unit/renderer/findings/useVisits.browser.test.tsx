// A setting counts as visited once somebody was in it, not because the cursor was put there.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useVisits } from '../../../../renderer/findings/useVisits.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({})

function Form({ id }: { id: string }) {
  const { visits, onBlur } = useVisits(id, 'company')
  return (
    <div onBlur={onBlur}>
      {['company', 'owner'].map((path) => (
        <label key={path} data-path={path}>
          {path} <input />
        </label>
      ))}
      <output>{visits.touched.join(' ')}</output>
    </div>
  )
}

test('the cursor begins in the setting named, which is not yet visited when it is left', async () => {
  show(<Form id="r1" />)
  await expect.element(page.getByLabelText('company')).toHaveFocus()
  await userEvent.keyboard('{Tab}{Shift>}{Tab}{/Shift}')
  await expect.element(page.getByRole('status')).toHaveTextContent('owner')
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('status')).toHaveTextContent('owner company')
})

const frame = () => new Promise(requestAnimationFrame)

test('who comes back to a form they were in finds the cursor nowhere', async () => {
  show(<Form id="r2" />)
  await expect.element(page.getByLabelText('company')).toHaveFocus()
  await userEvent.keyboard('{Tab}{Tab}')
  await expect.element(page.getByRole('status')).toHaveTextContent('owner')
  show(<Form id="r2" />)
  await expect.element(page.getByRole('status')).toHaveTextContent('owner')
  await frame()
  await frame()
  expect(document.activeElement).toBe(document.body)
})
