// The columns of a foreign sample: what the file is read as can be changed, and what was chosen is remembered.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ColumnsDialog } from '../../../../../../renderer/preview/sample/dialogs/ColumnsDialog.tsx'
import { openSampleFile, type SampleFile } from '../../../../../../renderer/preview/sample/sampleFile.ts'
import type { Assignment } from '../../../../../../shared/files/sample/sampleFields.ts'
import { show } from '../../../rendered.tsx'

function Asked({ file, onUse }: { file: SampleFile; onUse: (assignment: Assignment) => void }) {
  const [asked, setAsked] = useState(file)
  if (!asked.overview) return null
  return (
    <ColumnsDialog
      fileName={asked.name}
      overview={asked.overview}
      onReread={async (reading) => setAsked(await asked.reread(reading))}
      onUse={onUse}
      onClose={() => undefined}
    />
  )
}

async function ask(content: string | number[], onUse: (assignment: Assignment) => void = () => undefined) {
  const part = typeof content === 'string' ? content : Uint8Array.from(content)
  const file = await openSampleFile('inbound', new File([part], 'tickets.csv'), new AbortController().signal)
  if (!file) throw new Error('nothing was opened')
  show(<Asked file={file} onUse={onUse} />)
}

const ascii = (text: string): number[] => [...new TextEncoder().encode(text)]
const asRead = () => page.getByRole('region', { name: 'As it would be read' })
const change = () => page.getByRole('button', { name: 'Change how the file is read' }).click()
const choose = (name: string, option: string) => page.getByRole('combobox', { name }).selectOptions(option)

test('a file whose encoding was guessed wrong is read again in the one that is chosen', async () => {
  // `á` and `ř` of Windows-1250.
  await ask([...ascii('Number;Subject\n1;Tisk'), 0xe1, 0xf8, ...ascii('ana\n')])
  await expect.element(page.getByText('Windows-1252, because it is not UTF-8')).toBeVisible()
  await expect.element(asRead()).toMatchTextContent(/Tiskáøana/)
  await change()
  await choose('Encoding', 'Windows-1250, Central European')
  await expect.element(asRead()).toMatchTextContent(/Tiskářana/)
  await expect.element(page.getByText('Windows-1250, Central European, chosen by you')).toBeVisible()
  await expect.element(page.getByRole('combobox', { name: 'Separator' })).toHaveValue(';')
})

test('a table of one column is asked about where another separator makes several of it', async () => {
  await ask('Number|Subject|Details\n1|Printer|Since Monday\n')
  await expect.element(page.getByRole('button', { name: 'Use these columns' })).toBeDisabled()
  await change()
  await choose('Separator', 'Vertical bar')
  await expect.element(page.getByRole('combobox', { name: 'Details' })).toHaveValue('description')
  await expect.element(asRead()).toMatchTextContent(/Since Monday/)
  await expect.element(page.getByRole('button', { name: 'Use these columns' })).toBeEnabled()
})

test('a choice under which the file is nothing is told, and what was read before stays', async () => {
  await ask('"Number";Title\n1;Printer\n')
  await change()
  await choose('Separator', 'Vertical bar')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/The header of the table cannot be read/)
  await expect.element(asRead()).toMatchTextContent(/Printer/)
  await expect.element(page.getByRole('combobox', { name: 'Separator' })).toHaveValue(';')
})

test('a list has an encoding and no separator', async () => {
  await ask('[{"id":1,"subject":"Printer"},{"id":2,"subject":"Screen"}]')
  await change()
  await expect.element(page.getByRole('combobox', { name: 'Encoding' })).toHaveValue('utf-8')
  await expect.element(page.getByRole('combobox', { name: 'Separator' })).not.toBeInTheDocument()
})

test('columns are remembered for the same headers, in whatever order they stand', async () => {
  const used: Assignment[] = []
  await ask('Case,Title,Number\n7,Printer,12\n', (assignment) => used.push(assignment))
  await page.getByRole('combobox', { name: 'Number' }).selectOptions('not used')
  await page.getByRole('combobox', { name: 'Case' }).selectOptions('Key')
  await page.getByRole('button', { name: 'Use these columns' }).click()
  expect(used).toEqual([{ key: 0, summary: 1 }])

  await ask('Number,Case,Title\n12,7,Printer\n')
  await expect.element(page.getByRole('combobox', { name: 'Case' })).toHaveValue('key')
  await expect.element(page.getByRole('combobox', { name: 'Number' })).toHaveValue('')
  await expect.element(page.getByRole('combobox', { name: 'Title' })).toHaveValue('summary')
})
