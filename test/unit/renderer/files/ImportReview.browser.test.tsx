// The review of an import: what is new, what is already here, and that nothing is stored before the button is pressed.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ImportReview } from '../../../../renderer/files/review/ImportReview.tsx'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { targetRelationship } from '../../../support/relationships.ts'
import { answerCalls, show } from '../rendered.tsx'

const entry = (id: string, contractName: string, state: 'new' | 'same') => ({
  relationship: targetRelationship({}, { id, contractName }),
  state,
  elsewhere: null,
  mode: 'replace' as const,
  namesake: null,
  changes: [],
  connectionId: null,
  matches: [],
  listsAsOf: null,
})

const review = {
  fileNames: ['two.syncwright.json'] as const,
  importId: 'i1',
  entries: [entry('a', 'Adatum service desk', 'new'), entry('b', 'Contoso managed services', 'same')],
  carries: null,
  notices: [],
}

test('says what was left out of the file, the first twenty in full', async () => {
  answerCalls({ 'connections:list': () => [] })
  const left = Array.from({ length: 23 }, (_, index) => `“${index}.txt” was passed over.`)
  const shown = { ...review, notices: left }
  show(<ImportReview review={shown} onCancel={() => undefined} onImported={() => undefined} />)
  await expect.element(page.getByText('Not everything in the file was taken')).toBeVisible()
  await expect.element(page.getByText('“19.txt” was passed over.')).toBeVisible()
  await expect.element(page.getByText('And 3 more.')).toBeVisible()
  await expect.element(page.getByText('“20.txt” was passed over.')).not.toBeInTheDocument()
})

test('names what came with it and cannot be taken', async () => {
  answerCalls({ 'connections:list': () => [] })
  const unreadable = [
    { code: 'file-damaged' as const, fileName: 'photo.png', message: 'The file is a picture.' },
  ]
  show(
    <ImportReview
      review={review}
      unreadable={unreadable}
      onCancel={() => undefined}
      onImported={() => undefined}
    />,
  )
  await expect.element(page.getByRole('alert')).toHaveTextContent('photo.png: The file is a picture.')
})

test('reference data alone is told as that, and its import as well', async () => {
  const messages: string[] = []
  answerCalls({
    'connections:list': () => [],
    'files:applyImport': () => ({
      stored: [],
      newIds: {},
      carried: { references: 1, samples: 0, keys: 0 },
    }),
  })
  const references = [{ name: 'Acme production', fetchedAt: '2026-11-23T09:14:00Z', replaces: null }]
  const shown = { ...review, entries: [], carries: { references, samples: [], keys: 0 } }
  show(
    <ImportReview
      review={shown}
      onCancel={() => undefined}
      onImported={({ message }) => void messages.push(message)}
    />,
  )
  await expect.element(page.getByRole('heading', { name: 'Import reference data' })).toBeVisible()
  await expect.element(page.getByText(/^Reference data of “Acme production”/)).toBeVisible()
  await page.getByRole('button', { name: /^Import/ }).click()
  await expect.poll(() => messages, { timeout: 8000 }).toEqual(['The reference data was imported.'])
})

test('lists that were read here are replaced only with their own tick', async () => {
  const applied: Input<'files:applyImport'>[] = []
  answerCalls({
    'connections:list': () => [],
    'files:applyImport': (input) => {
      applied.push(input)
      return { stored: [], newIds: {}, carried: { references: 1, samples: 0, keys: 0 } }
    },
  })
  const [fetchedAt, replaces] = ['2026-11-23T09:14:00Z', '2026-11-20T09:14:00Z']
  const references = [{ name: 'Acme production', fetchedAt, replaces }]
  const shown = { ...review, entries: [], carries: { references, samples: [], keys: 0 } }
  show(<ImportReview review={shown} onCancel={() => undefined} onImported={() => undefined} />)
  const tick = page.getByRole('checkbox', { name: /^Replace the lists read here/ })
  await expect.element(tick).not.toBeChecked()
  await tick.click()
  await page.getByRole('button', { name: /^Import/ }).click()
  await expect.poll(() => applied, { timeout: 8000 }).toMatchObject([{ replaceLists: true }])
})

test('names what is new and what is here already, and stores only what is taken', async () => {
  const applied: Input<'files:applyImport'>[] = []
  answerCalls({
    'connections:list': () => [],
    'files:applyImport': (input) => {
      applied.push(input)
      return { stored: [...input.ids], newIds: {}, carried: { references: 0, samples: 0, keys: 0 } }
    },
  })
  show(<ImportReview review={review} onCancel={() => undefined} onImported={() => undefined} />)
  await expect.element(page.getByText('Adatum service desk').first()).toBeVisible()
  await expect.element(page.getByText('Contoso managed services').first()).toBeVisible()
  expect(applied).toEqual([])
  await page.getByRole('button', { name: /^Import/ }).click()
  await expect.poll(() => applied, { timeout: 8000 }).toMatchObject([{ importId: 'i1', ids: ['a'] }])
})

test('where everything is here already, the import is no longer the thing to do, and still answers', async () => {
  const messages: string[] = []
  answerCalls({ 'connections:list': () => [] })
  show(
    <ImportReview
      review={{ ...review, entries: [entry('b', 'Contoso managed services', 'same')] }}
      onCancel={() => undefined}
      onImported={({ message }) => void messages.push(message)}
    />,
  )
  const button = page.getByRole('button', { name: /^Import/ })
  await expect.element(button).toHaveAttribute('data-variant', 'default')
  await button.click()
  await expect.poll(() => messages.length).toBe(1)
})
