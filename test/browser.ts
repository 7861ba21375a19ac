import { type Browser, chromium } from 'playwright-core'
import { afterAll } from 'vitest'
import { findChromium } from '../scripts/find-chromium.ts'

/** A real browser that talks to nobody but us; closed after the test file. */
export async function testBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
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
  afterAll(() => browser.close())
  return browser
}
