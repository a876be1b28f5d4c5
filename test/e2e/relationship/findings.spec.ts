// The findings from the keyboard, whatever the right pane shows and however small the window is.
import { expect, test } from '../fixtures.ts'
import { button, detail, list } from '../preview/previewPage.ts'
import { resizeWindow } from '../windowSize.ts'

test('F8 goes from finding to finding while the preview is shown, also with a ticket over the list', async ({
  page,
}) => {
  await button(page, 'Explore the demo organisation').click()
  const box = (name: string) => page.getByRole('combobox', { name, exact: true })
  for (const name of ['Priority', 'Company']) {
    await box(name).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(box(name)).toHaveValue('')
    await expect(box(name)).toBeFocused()
  }
  // One is still in the field of the company, which is not an error yet.
  await expect(button(page, 'Defaults 1 to choose has errors')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Jump to' }).fill('preview')
  await button(page, 'Preview').click()
  await expect(page.getByRole('tab', { name: 'Preview' })).toBeFocused()
  await expect(list(page).getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('F8')
  await expect(box('Company')).toBeFocused()
  await list(page).getByRole('row').nth(1).click()
  await expect(detail(page)).toBeFocused()
  await page.keyboard.press('F8')
  await expect(box('Priority')).toBeFocused()
  await expect(detail(page)).toBeVisible()
})

test('a pane that lies over the form gives way to the field that a finding leads to', async ({ page }) => {
  await resizeWindow(page, 640, 400)
  await button(page, 'Explore the demo organisation').click()
  await button(page, /^Check/).click()
  await button(page, /^Go to Comment types/).click()
  await expect(button(page, /^Go to Comment types/)).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Internal', exact: true })).toBeInViewport()
})
