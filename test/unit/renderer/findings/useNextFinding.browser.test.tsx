// F8 leads to the settings, and never out of a question that lies above them.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useNextFinding } from '../../../../renderer/findings/useNextFinding.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({})

const findings = (['company', 'priority'] as const).map((field) => ({
  code: `${field}-required` as const,
  severity: 'error' as const,
  field,
  message: `Choose ${field}.`,
  next: '',
}))

function Form({ asks }: { asks: boolean }) {
  useNextFinding(findings, (path) => document.getElementById(path)?.focus())
  return (
    <>
      <input id="company" aria-label="Company" />
      <input id="priority" aria-label="Priority" />
      {asks && (
        <div role="dialog" aria-modal="true">
          <button>Untick Internal</button>
        </div>
      )}
    </>
  )
}

test('goes to the next finding, with Shift to the one before', async () => {
  show(<Form asks={false} />)
  await expect.element(page.getByLabelText('Company')).toBeVisible()
  await userEvent.keyboard('{F8}{F8}')
  await expect.element(page.getByLabelText('Priority')).toHaveFocus()
  await userEvent.keyboard('{Shift>}{F8}{/Shift}')
  await expect.element(page.getByLabelText('Company')).toHaveFocus()
})

test('stays in a question', async () => {
  show(<Form asks />)
  const untick = page.getByRole('button', { name: 'Untick Internal' })
  await expect.element(untick).toBeVisible()
  untick.element().focus()
  await userEvent.keyboard('{F8}')
  await expect.element(untick).toHaveFocus()
})
