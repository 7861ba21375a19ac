import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const level = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** What fades in or out has the contrast of neither; what turns for ever is not waited for. */
const moving = `document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).length`

/** What axe finds against WCAG 2.1 AA. Legacy mode looks into no other origin's frames (there are none) and takes half the time. */
export async function violationsOf(page: Page): Promise<string[]> {
  await expect.poll(() => page.evaluate(moving), { timeout: 5000 }).toBe(0)
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: level, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}
