import type { Locator, Page } from 'playwright-core'

/** Presses a button that opens a dialog, fills it in and agrees; says what stood in a dialog that did not go away. */
export async function act(page: Page, label: string, fill: (dialog: Locator) => Promise<void>) {
  await page.getByRole('button', { name: label, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' }).catch(async (stayed) => {
    throw new Error(`${label}: the dialog stayed, with ${await dialog.textContent()}`, { cause: stayed })
  })
}
