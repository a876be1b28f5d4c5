// The pickers by keyboard alone: the foot of the list, chips, and a focus that is never lost.
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

const box = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

async function explore(page: Page, relationship: string) {
  await page.getByRole('button', { name: 'Explore the demo organisation' }).click()
  await page.getByRole('button', { name: relationship }).click()
  await expect(box(page, 'Company')).not.toHaveValue('')
}

test('what a list hides is shown by keyboard, and the text box is where the way back ends', async ({
  page,
}) => {
  await explore(page, 'Contoso managed services')
  const board = box(page, 'Service board')
  await board.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'Help Desk' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Legacy Support' })).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /hidden, show$/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: 'Legacy Support' })).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await expect(board).toBeFocused()
  await expect(board).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(board).toBeFocused()
  await expect(board).toHaveAttribute('aria-expanded', 'false')
  await expect(board).toHaveValue('Help Desk')
})

test('Tab leaves an open list by way of its foot: what is hidden, where the choice is used, what comes next', async ({
  page,
}) => {
  await explore(page, 'Contoso managed services')
  const board = box(page, 'Service board')
  await board.focus()
  await page.keyboard.press('ArrowDown')
  const foot = page.getByRole('button', { name: /hidden, show$/ })
  await expect(foot).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(foot).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Where used' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(foot).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(board).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByRole('button', { name: 'Clear this choice' }).nth(1)).toBeFocused()
})

test('clearing a choice gives the focus to its text box', async ({ page }) => {
  await explore(page, 'Contoso managed services')
  await box(page, 'Owner').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(box(page, 'Owner')).toHaveValue('')
  await expect(box(page, 'Owner')).toBeFocused()
})

test('chips are reached by arrows and removed by Delete', async ({ page }) => {
  await explore(page, 'Wingtip escalations')
  const boards = box(page, 'Boards')
  const chip = (name: string) => page.getByRole('button', { name: `Remove ${name}` })
  await boards.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(chip('Escalations')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(chip('Help Desk')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(chip('Help Desk')).toHaveCount(0)
  await expect(chip('Escalations')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(boards).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(chip('Escalations')).toHaveCount(0)
  await expect(boards).toBeFocused()
})

test('opening a list and pressing Enter keeps what is chosen, by mouse and by arrow', async ({ page }) => {
  await explore(page, 'Contoso managed services')
  for (const name of ['Company', 'Service board', 'Status', 'Priority', 'Owner']) {
    const picker = box(page, name)
    const before = await picker.inputValue()
    await picker.click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(picker).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(picker).toHaveAttribute('aria-expanded', 'false')
    await expect(picker).toHaveValue(before)
  }
  await expect(page.getByText('No unsaved changes')).toBeVisible()
})
