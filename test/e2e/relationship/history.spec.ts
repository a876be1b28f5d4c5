// The revisions of a relationship by keyboard, their marks, and what restoring one asks first.
import { expect, test } from '../fixtures.ts'
import { button } from '../preview/previewPage.ts'

test('two revisions are compared by keyboard, equal ones carry the same mark, and restoring loses nothing unasked', async ({
  page,
}) => {
  await button(page, 'Explore the demo organisation').click()
  const attachments = page.getByRole('switch', { name: 'Sync attachments' })
  for (let revision = 2; revision <= 3; revision += 1) {
    await attachments.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(`Revision ${revision},`)).toBeVisible()
  }
  await page.getByRole('tab', { name: /History/ }).click()
  const revision = (number: number) => page.getByRole('button', { name: new RegExp(`^Revision ${number}`) })
  const mark = (number: number) => revision(number).locator('code')
  await expect(revision(3)).toHaveAttribute('aria-pressed', 'true')
  await expect(mark(1)).toHaveText(/\w/)
  const first = (await mark(1).textContent()) ?? ''
  await expect(mark(3)).toHaveText(first)
  await expect(mark(2)).not.toHaveText(first)

  const comparison = page.getByRole('region', { name: 'Comparison' })
  await revision(3).focus()
  await page.keyboard.press('Enter')
  await expect(comparison.getByRole('row', { name: /Sync attachments/ })).toContainText('offon')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(revision(1)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(comparison).toContainText('Both hold the same values.')
  for (const number of [1, 3]) await expect(revision(number)).toHaveAttribute('aria-pressed', 'true')
  await expect(revision(2)).toHaveAttribute('aria-pressed', 'false')

  await attachments.focus()
  await page.keyboard.press('Space')
  await revision(2).click()
  await button(page, 'Restore revision 2').click()
  await button(page, 'Keep the changes').click()
  await expect(page.getByText('1 unsaved change')).toBeVisible()
  await button(page, 'Restore revision 2').click()
  await button(page, 'Restore and lose the changes').click()
  await expect(attachments).not.toBeChecked()
})
