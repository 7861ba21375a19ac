import { expect, it } from 'vitest'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { fillPublicPages } from '../test/public-pages.ts'

const platform = await testPlatform()
const address = await listeningApp(platform)
const browser = await testBrowser()
const samples = await fillPublicPages(platform)
const [policy = ''] = samples['/articles/:id'] ?? []

/** A device with one voice of its own and one from the network; what is spoken is noted. */
const device = `
  const spoken = (window.spoken = [])
  const voices = [{ lang: 'zh-CN', localService: false, name: 'net' }, { lang: 'zh-CN', localService: true, name: 'own' }]
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text } }
  const engine = {
    speaking: false,
    getVoices: () => voices,
    addEventListener() {},
    speak(piece) { this.speaking = true; spoken.push([piece.voice.name, piece.text]) },
    cancel() { if (this.speaking) spoken.push(['', 'cancelled']); this.speaking = false },
  }
  Object.defineProperty(window, 'speechSynthesis', { value: engine })
`
async function reader() {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await page.addInitScript(device)
  const spoken = async () => (await page.evaluate('window.spoken')) as [string, string][]
  return { page, spoken }
}

it.each([
  [policy, ['小微企业贷款贴息办法', '对小微企业贷款给予贴息。']],
  ['/', ['最新公开']],
  ['/guide', ['信息公开指南', '一、信息的分类和编排']],
  ['/letters/new', ['写信']],
  ['/requests', ['依申请公开']],
])(
  '%s is read aloud by a voice of the device, from its heading on, without its navigation',
  async (path, words) => {
    const { page, spoken } = await reader()
    await page.goto(address + path)
    await page.getByRole('button', { name: '朗读' }).click()
    const said = await spoken()
    for (const word of words) expect(said).toContainEqual(['own', word])
    expect(said.map(([voice]) => voice)).not.toContain('net')
    expect(said.map(([, text]) => text).join()).not.toMatch(/当前位置|网站地图繁體/)
    await page.getByRole('button', { name: '停止' }).click()
    expect((await spoken()).at(-1)).toEqual(['', 'cancelled'])
  },
)

it('without a voice of its own, or without speech, there is no button', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.addInitScript(`Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'zh-CN', localService: false }, { lang: 'en', localService: true }], addEventListener() {}, cancel() {} } })`)
  await page.goto(`${address}/guide`)
  expect(await page.getByRole('button', { name: '朗读' }).count()).toBe(0)
})

it('on paper there is the text with its source, and nothing to click', async () => {
  const page = await (await browser.newContext({ viewport: { width: 794, height: 1123 } })).newPage()
  for (const path of [policy, '/letters/1', '/guide']) {
    await page.goto(address + path)
    await page.emulateMedia({ media: 'print' })
    const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count()
    for (const gone of [
      '.choices',
      '.main-navigation',
      '.search-box',
      '.trail',
      '.reader-tools',
      '.foot .marks',
    ])
      expect([path, gone, await shown(gone)]).toEqual([path, gone, 0])
    for (const there of ['.masthead .name', 'main h1', '.foot dl'])
      expect([there, await shown(there)]).toEqual([there, 1])
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(794)
    await page.emulateMedia({ media: null })
  }
})
