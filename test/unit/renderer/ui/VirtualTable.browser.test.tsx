// The rows of a long table by keyboard and mouse: arrows walk through all of them, marking text opens none.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { columnHead, VirtualTable } from '../../../../renderer/ui/VirtualTable.tsx'
import { show } from '../rendered.tsx'

const rows = Array.from({ length: 400 }, (_, index) => ({
  key: `${index}`,
  height: 34,
  heading: index === 0,
  name: index === 0 ? '' : `${index % 2 ? 'Été' : 'Harbour'} ${index}`,
}))

const draw = (index: number) =>
  index === 0
    ? [<b key="group">All of them</b>]
    : [
        <button key="name" type="button">
          Relationship {index}
        </button>,
        <span key="company">Company of {index}</span>,
        <button key="menu" type="button">
          Menu {index}
        </button>,
      ]

type FleetProps = {
  question?: string
  onOpen?: (index: number) => void
  onKey?: (index: number, event: { key: string }) => void
}

const Fleet = ({ question = '', onOpen, onKey }: FleetProps) => (
  <div style={{ height: 300, display: 'flex', flexDirection: 'column' }}>
    <VirtualTable
      label="Fleet"
      question={question}
      rows={rows}
      columns="1fr 1fr 60px"
      head={['Name', 'Company', 'Menu'].map(columnHead)}
      draw={draw}
      {...(onOpen && { onOpen })}
      {...(onKey && { onKey })}
    />
  </div>
)

const focused = (name: string) =>
  expect.element(page.getByRole('button', { name, exact: true })).toHaveFocus()

test('arrows, page keys, Home and End move to the same control of another row, also of one not drawn yet', async () => {
  show(<Fleet />)
  await page.getByRole('button', { name: 'Menu 1', exact: true }).click()
  await userEvent.keyboard('{ArrowDown}')
  await focused('Menu 2')
  await userEvent.keyboard('{PageDown}')
  await focused('Menu 12')
  await userEvent.keyboard('{End}')
  await focused('Menu 399')
  await expect
    .element(page.getByRole('button', { name: 'Menu 399', exact: true }))
    .toBeInViewport({ ratio: 1 })
  await userEvent.keyboard('{ArrowDown}{ArrowUp}')
  await focused('Menu 398')
  await userEvent.keyboard('{Home}')
  await focused('Menu 1')
})

test('a row opens at a click, and not when text in it is marked', async () => {
  const opened: number[] = []
  show(<Fleet onOpen={(index) => opened.push(index)} />)
  const cell = page.getByText('Company of 3', { exact: true })
  await cell.click()
  expect(opened).toEqual([3])
  const text = cell.element().firstChild
  if (text) getSelection()?.selectAllChildren(cell.element())
  cell.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(opened).toEqual([3])
})

test('a key on a row is told with its place', async () => {
  const keys: string[] = []
  show(<Fleet onKey={(index, { key }) => keys.push(`${key} on ${index}`)} />)
  await page.getByRole('button', { name: 'Relationship 2', exact: true }).click()
  await userEvent.keyboard('{ArrowDown}{Delete}')
  expect(keys).toEqual(['ArrowDown on 2', 'Delete on 3'])
})

test('who opens a row by key and comes back stands on it again', async () => {
  const Screen = () => {
    const [isShown, setShown] = useState(true)
    return (
      <main tabIndex={-1} onKeyDown={({ key }) => key === 'Enter' && setShown(!isShown)}>
        {isShown ? <Fleet /> : <button type="button">Elsewhere</button>}
      </main>
    )
  }
  show(<Screen />)
  await page.getByRole('button', { name: 'Menu 7', exact: true }).click()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('button', { name: 'Elsewhere' })).toBeVisible()
  await page.getByRole('main').click({ position: { x: 1, y: 1 } })
  await userEvent.keyboard('{Enter}')
  await focused('Menu 7')
})

test('who leaves a table and comes back, or asks something else in between, goes on where it was', async () => {
  const Screen = () => {
    const [shown, setShown] = useState('fleet')
    return (
      <>
        {['fleet', 'other', 'nothing'].map((name) => (
          <button key={name} type="button" onClick={() => setShown(name)}>
            Show {name}
          </button>
        ))}
        {shown !== 'nothing' && <Fleet question={shown} />}
      </>
    )
  }
  show(<Screen />)
  const pressed = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const row = (index: number) => page.getByRole('button', { name: `Relationship ${index}`, exact: true })
  await expect.element(row(1)).toBeInViewport({ ratio: 1 })
  page.getByRole('table').element().scrollTop = 34 * 200
  await expect.element(row(203)).toBeInViewport({ ratio: 1 })
  await pressed('Show nothing')
  await expect.element(page.getByRole('table')).not.toBeInTheDocument()
  await pressed('Show fleet')
  await expect.element(row(203)).toBeInViewport({ ratio: 1 })
  await pressed('Show other')
  await expect.element(row(1)).toBeInViewport({ ratio: 1 })
  await pressed('Show fleet')
  await expect.element(row(203)).toBeInViewport({ ratio: 1 })
})

test('letters go to the next row whose name begins with them, accents or not, also to one not drawn yet', async () => {
  show(<Fleet />)
  await page.getByRole('button', { name: 'Relationship 1', exact: true }).click()
  await userEvent.keyboard('e')
  await focused('Relationship 3')
  await userEvent.keyboard('harbour')
  await focused('Relationship 4')
})

test('it is drawn whole and in light while it is printed, and as before afterwards', async () => {
  localStorage.setItem('mantine-color-scheme-value', 'dark')
  show(<Fleet />)
  const scheme = () => document.documentElement.dataset['mantineColorScheme']
  const last = page.getByRole('button', { name: 'Relationship 399', exact: true })
  await expect.element(page.getByRole('button', { name: 'Relationship 1', exact: true })).toBeInTheDocument()
  expect(scheme()).toBe('dark')
  window.dispatchEvent(new Event('beforeprint'))
  await expect.element(last).toBeInTheDocument()
  expect(scheme()).toBe('light')
  window.dispatchEvent(new Event('afterprint'))
  await expect.element(last).not.toBeInTheDocument()
  expect(scheme()).toBe('dark')
})
