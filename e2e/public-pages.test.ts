import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { builtApplication } from '../src/foi/builders.ts'
import { submitRequest } from '../src/foi/submit-request.ts'
import { testBrowser } from '../test/browser.ts'
import { sendLetter } from '../test/letters.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { fillPublicPages, isPublicPage } from '../test/public-pages.ts'
import { readySubmission } from '../test/request-form.ts'
import { violationsOf } from './accessible.ts'

const routes: string[] = []
const platform = await testPlatform()
const address = await listeningApp(platform, ({ method, url }) => {
  if (method === 'GET') routes.push(url)
})
const browser = await testBrowser()
const pages = routes.filter(isPublicPage)
const samples = await fillPublicPages(platform)

it('every route of a public page has an address to try', () => {
  const missing = pages.filter((route) => route.includes(':') && !samples[route])
  expect(missing).toEqual([])
  expect(pages.length).toBeGreaterThan(25)
})

/**
 * Every width, and every pair of size of letters and script. axe reads each narrow plain page, and every second large one: a twin has
 * the same elements and colours.
 */
const readers = [
  { width: 360, form: '', axe: true },
  { width: 360, form: '/zh-hant/elder', axe: false },
  { width: 768, form: '/zh-hant', axe: false },
  { width: 1440, form: '/elder', axe: true },
] as const
/** One window a reader; what it complains of, or asks of others, is noted. */
const windows = await Promise.all(
  readers.map(async (reader) => {
    const context = await browser.newContext({ viewport: { width: reader.width, height: 900 } })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (?:404|410|422)/.test(message.text()))
        complaints.push(message.text())
    })
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(address) && !/^(?:data|blob):/.test(url)) complaints.push(`asks ${url}`)
    })
    return { reader, page, complaints }
  }),
)
const places = pages.flatMap((route) => samples[route] ?? [route])

/** What is wrong with a page for one reader, once `act` did something on it. */
async function seen(
  { reader, page, complaints }: (typeof windows)[number],
  place: string,
  act: (page: Page) => Promise<unknown> = async () => undefined,
) {
  complaints.length = 0
  await page.goto(`${address}${reader.form}${place}`)
  await act(page)
  return {
    reader,
    found: reader.axe && !(reader.form && places.indexOf(place) % 2) ? await violationsOf(page) : [],
    complaints: [...complaints],
    wide: Math.max(reader.width, Number(await page.evaluate('document.documentElement.scrollWidth'))),
    language: await page.locator('html').getAttribute('lang'),
    size: await page.locator('html').getAttribute('class'),
    cookies: await page.context().cookies(),
  }
}

const nothingWrong = readers.map((reader) => ({
  reader,
  found: [],
  complaints: [],
  wide: reader.width,
  language: reader.form.startsWith('/zh-hant') ? 'zh-Hant' : 'zh-CN',
  size: reader.form.endsWith('/elder') ? 'elder' : null,
  cookies: [],
}))

it.each(places)(
  '%s: axe finds nothing, nothing is too wide, nobody else is asked, for every reader',
  async (place) => {
    expect(await Promise.all(windows.map((window) => seen(window, place)))).toEqual(nothingWrong)
  },
)

const submit = (page: Page) => page.locator('main form button').first().click()
const wrongForm = async (page: Page) => {
  await submit(page)
  await page.locator('.problem').waitFor()
}
const request = await submitRequest(platform, await readySubmission(platform, builtApplication(), 'seen'))
const letter = await sendLetter(platform)
const follow = (receipt: { number: string; queryCode: string | null }) => async (page: Page) => {
  await page.locator('[name=number]').fill(receipt.number)
  await page.locator('[name=code]').fill(receipt.queryCode ?? '')
  await submit(page)
  await page.locator('.timeline').first().waitFor()
}

/** Pages that answer a form: they have no address of their own. */
it.each([
  ['a letter with errors', '/letters/new', wrongForm],
  ['an application with errors', '/requests/new?kind=natural_person', wrongForm],
  ['a report of an error with errors', '/site-errors/new', wrongForm],
  ['a letter that is not found', '/letters/track', wrongForm],
  ['a letter that is followed', '/letters/track', follow(letter)],
  ['an application that is followed', '/requests/track', follow(request)],
] as const)('%s: axe finds nothing and nothing is too wide, for every reader', async (_name, place, act) => {
  expect(await Promise.all(windows.map((window) => seen(window, place, act)))).toEqual(nothingWrong)
})
