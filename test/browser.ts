import { type Browser, chromium } from 'playwright-core'
import { afterAll } from 'vitest'
import { findChromium } from '../scripts/find-chromium.ts'

let started: Promise<Browser> | undefined

/** A real browser that talks to nobody but us. A worker starts it once and ends it with itself; after each file its windows close. */
export async function testBrowser(): Promise<Browser> {
  started ??= chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const browser = await started
  afterAll(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  return browser
}
