// What is said beside the form leads into it: a click anywhere on a finding, and the mark goes where the cursor is.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { FindingsPanel } from '../../../../renderer/findings/FindingsPanel.tsx'
import { GoToFieldContext } from '../../../../renderer/ui/behaviour/goToField.ts'
import type { Finding } from '../../../../shared/findings/findingSeverities.ts'
import { show } from '../rendered.tsx'

const finding = (code: Finding['code'], field: string, message: string): Finding => ({
  code,
  severity: 'error',
  field,
  message,
  next: 'Choose another one.',
})
const findings = [
  finding('owner-inactive', 'owner', 'The owner is inactive.'),
  finding('board-inactive', 'boards[1]', 'The second board is inactive.'),
]

function view(gone: string[]) {
  show(
    <GoToFieldContext value={(path) => gone.push(path)}>
      {['owner', 'boards'].map((path) => (
        <label key={path} data-path={path}>
          {path} <input />
        </label>
      ))}
      <FindingsPanel
        findings={findings}
        current={findings[0]}
        unjudged={[]}
        readiness={null}
        steps={[]}
        toChoose={0}
        onCheck={() => undefined}
      />
    </GoToFieldContext>,
  )
}

const marked = () =>
  [...document.querySelectorAll('li[data-current]')].map((each) => each.querySelector('p')?.textContent)

test('a click on its words leads to its field, once', async () => {
  const gone: string[] = []
  view(gone)
  await page.getByText('The second board is inactive.').click()
  await page.getByRole('button', { name: 'Go to Owner' }).click()
  expect(gone).toEqual(['boards[1]', 'owner'])
})

test('the finding of the field one is in is marked, not the one that was opened before', async () => {
  view([])
  await page.getByLabelText('owner').click()
  await expect.poll(marked).toEqual(['The owner is inactive.'])
  await page.getByLabelText('boards').click()
  await expect.poll(marked).toEqual(['The second board is inactive.'])
})

test('what Check finds takes the focus of the button that goes', async () => {
  function Panel() {
    const [checked, setChecked] = useState(false)
    return (
      <FindingsPanel
        findings={checked ? findings : []}
        current={undefined}
        unjudged={[]}
        readiness={null}
        steps={[]}
        toChoose={checked ? 0 : 2}
        onCheck={() => setChecked(true)}
      />
    )
  }
  show(<Panel />)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect.element(page.getByRole('button', { name: 'Go to Owner' })).toHaveFocus()
})

test('a setting that was left empty stands among the errors alone', async () => {
  const step = (path: 'company' | 'serviceBoard', state: 'open' | 'missing') => ({
    path,
    label: path === 'company' ? 'Company' : 'Service board',
    help: '',
    state,
    after: null,
  })
  show(
    <FindingsPanel
      findings={[finding('company-required', 'company', 'No company is chosen.')]}
      current={undefined}
      unjudged={[]}
      readiness={null}
      steps={[step('company', 'missing'), step('serviceBoard', 'open')]}
      toChoose={1}
      onCheck={() => undefined}
    />,
  )
  const calm = page.getByRole('region', { name: 'To choose' })
  await expect.element(calm.getByRole('heading')).toHaveTextContent('1 to choose')
  await expect.element(calm.getByText('Service board')).toBeVisible()
  await expect.element(calm.getByText('Company')).not.toBeInTheDocument()
  await expect.element(page.getByText('No company is chosen.')).toBeVisible()
})
