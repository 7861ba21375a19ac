import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { builtSection } from '../src/publishing/builders.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const atTheDesk = desks(platform, address, browser)
await builtSection(platform)

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** The head of an MP4: enough to be known as one. */
const mp4 = Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex')
type Picture = { naturalWidth: number }
const clipboard = (name: string) => readFileSync(join(import.meta.dirname, 'clipboard', name), 'utf8')

/** As the browser hands over what another program put on the clipboard. */
async function paste(page: Page, html: string) {
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    data.setData('text/html', ${JSON.stringify(html)})
    data.setData('text/plain', '纯文本')
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('.rich-text').dispatchEvent(event)
  })()`)
}
/** The text in the editor without what only the editor needs. */
const bodyOf = (page: Page) =>
  page.evaluate<string>(`(() => {
    const copy = document.querySelector('.rich-text').cloneNode(true)
    for (const element of copy.querySelectorAll('colgroup, br.ProseMirror-trailingBreak')) element.remove()
    for (const wrapper of copy.querySelectorAll('.tableWrapper')) wrapper.replaceWith(...wrapper.childNodes)
    for (const element of copy.querySelectorAll('*'))
      for (const { name } of [...element.attributes])
        if (!['class', 'colspan'].includes(name) || element.getAttribute('colspan') === '1') element.removeAttribute(name)
    return copy.innerHTML.replace(/(<p><\\/p>)+$/, '')
  })()`)

async function startDraft(page: Page, title: string) {
  await page.goto(`${address}/console/articles/new`)
  await page.getByLabel('标题', { exact: true }).fill(title)
  await page.getByLabel('栏目').click()
  await page.getByTitle('通知公告', { exact: true }).click()
  await page.getByLabel('关键词').fill('防汛')
  await page.getByLabel('来源名称').fill('江州市财政局')
}

it('paste from Word keeps meaning and drops the rest', async () => {
  const author = await atTheDesk('author')
  await startDraft(author, '粘贴')
  await paste(author, clipboard('word.txt'))
  await author.getByText('有 1 张图片不能从剪贴板取得').waitFor()
  const body = await bodyOf(author)
  expect(body).not.toMatch(/mso|font|<span|o:p|&nbsp;|Wingdings|file:/i)
  expect(body).toContain('<p class="text-center"><strong>关于夏季防汛的通知</strong></p><h2>总体要求</h2>')
  expect(body).toContain('<p>各单位要<strong>高度重视</strong>，落实责任。')
  expect(body).toContain(
    '<ul><li><p>检查堤防</p><ul><li><p>东堤</p></li></ul></li><li><p>备足物资</p></li></ul>',
  )
  expect(body).toContain('<p>一、组织领导</p>')
  expect(body).toContain('<td colspan="2"><p>合计</p></td>')
  expect(body).toContain('<p class="text-right">2018年6月</p>')
  await author.close()
})

it('paste from WPS too', async () => {
  const author = await atTheDesk('author')
  await startDraft(author, '粘贴')
  await paste(author, clipboard('wps.txt'))
  expect(await bodyOf(author)).toBe(
    '<p class="text-center">资金使用情况</p><p><strong>专款专用</strong>，按月公开。</p>' +
      '<ol><li><p>第一笔</p></li><li><p>第二笔</p></li></ol>',
  )
  await author.close()
})

/** The menu slides in; a click on the way lands beside it. */
async function fromTableMenu(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name: '表格' }).click()
  await page.locator('.ant-dropdown:not([class*="slide"])').waitFor()
  await page.getByRole('menuitem', { name }).click()
}

it('a picture, a merged table, a video and a Word document reach the public page; the preview shows it first', async () => {
  const author = await atTheDesk('author')
  await startDraft(author, '关于夏季防汛资金安排的通知')
  await author.getByRole('textbox', { name: '正文' }).click()
  await author.keyboard.type('各单位：请做好安排。')
  await author.keyboard.press('Enter')
  await author.getByRole('button', { name: '图片' }).click()
  const dialog = author.getByRole('dialog')
  await dialog.getByLabel(/图片文件/).setInputFiles({ name: '图.png', mimeType: 'image/png', buffer: png })
  await dialog.getByLabel('替代文字').fill('防汛资金流向图')
  await expectAccessible(author)
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await author.locator('.rich-text img[alt="防汛资金流向图"]').waitFor()
  await fromTableMenu(author, /插入表格/)
  await author.locator('.rich-text th').first().click()
  await author.keyboard.type('项目')
  expect(await author.locator('.rich-text th').count()).toBe(3)
  await author.locator('.rich-text td').first().click()
  await author
    .locator('.rich-text td')
    .nth(1)
    .click({ modifiers: ['Shift'] })
  await fromTableMenu(author, '合并所选单元格')
  await author.locator('.rich-text td[colspan="2"]').waitFor()
  await author.locator('.rich-text > p').last().click()
  await author.getByRole('button', { name: '导入 Word' }).click()
  const buffer = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('来自文档的一段。'),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: png,
                  transformation: { width: 9, height: 9 },
                  altText: { name: 'x', title: 'x', description: '文档里的图' },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  )
  await dialog
    .getByLabel(/Word 文档/)
    .setInputFiles({ name: '通知.docx', mimeType: 'application/octet-stream', buffer })
  await dialog.getByRole('button', { name: '导入', exact: true }).click()
  await dialog.getByText(/已导入，其中图片 1 张/).waitFor()
  await dialog.getByRole('button', { name: '知道了' }).click()
  await author.locator('.rich-text').getByText('来自文档的一段。').waitFor()
  await author.locator('.rich-text > p').last().click()
  await author.getByRole('button', { name: '视频' }).click()
  const film = { name: '解读.mp4', mimeType: 'video/mp4', buffer: mp4 }
  await dialog.getByLabel(/视频文件/).setInputFiles(film)
  await dialog.getByLabel('文字说明').fill('局长介绍资金安排。')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await author.locator('.rich-text video').waitFor()
  await expectAccessible(author)
  await author.getByRole('button', { name: '保存草稿' }).click()
  await author.getByRole('tab', { name: '预览链接' }).click()
  await author.getByRole('button', { name: '生成预览链接' }).click()
  const link = await author.locator('a[href*="/preview/"]').getAttribute('href')
  await expectAccessible(author)

  const superior = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await superior.goto(link ?? '')
  await superior.getByText('本页面尚未公开').waitFor()
  const shown = superior.locator('img[alt="防汛资金流向图"], img[alt="文档里的图"]')
  expect(
    await shown.evaluateAll((all) => all.map((image) => (image as unknown as Picture).naturalWidth)),
  ).toEqual([1, 1])
  await author.getByRole('button', { name: '停用' }).click()
  await author.getByRole('tooltip').getByRole('button', { name: '停用' }).click()
  await author.getByText(/已于 .* 停用/).waitFor()
  expect((await superior.goto(link ?? ''))?.status()).toBe(404)

  const id = author.url().split('/').at(-1) ?? ''
  await author.getByRole('button', { name: '提交审核' }).click()
  await author.getByRole('button', { name: '提交审核' }).waitFor({ state: 'hidden' })
  for (const role of ['reviewer', 'secrecy_reviewer', 'publisher'] as const) {
    const page = await atTheDesk(role)
    await page.goto(`${address}/console/articles/${id}`)
    await page.getByText('［图片').first().waitFor()
    await page.getByRole('button', { name: '审核', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    if (role === 'publisher') {
      await page.getByRole('button', { name: '立即发布' }).click()
      await page.getByRole('tooltip').getByRole('button', { name: '发布' }).click()
      await page.getByRole('button', { name: '撤稿', exact: true }).waitFor()
    }
    await page.close()
  }
  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await citizen.goto(`${address}/articles/${id}`)
  expect(await citizen.locator('th').count()).toBe(3)
  expect(await citizen.locator('td[colspan="2"]').count()).toBe(1)
  expect(await citizen.locator('figure video[controls][src^="/files/"]').count()).toBe(1)
  await citizen.getByText('局长介绍资金安排。').waitFor()
  const widths = citizen.locator('.text img, article img')
  expect(
    await widths.evaluateAll((all) => all.filter((i) => (i as unknown as Picture).naturalWidth === 1).length),
  ).toBe(2)
  // axe needs scripts in the page, which this reader has switched off.
  const other = await (await browser.newContext()).newPage()
  await other.goto(`${address}/articles/${id}`)
  await expectAccessible(other)
})

it('what was typed while the server was away is offered again', async () => {
  const author = await atTheDesk('author')
  await startDraft(author, '断网也不丢')
  await author.getByRole('button', { name: '保存草稿' }).click()
  await author.getByRole('tab', { name: '编辑' }).waitFor()
  await author.context().setOffline(true)
  await author.getByLabel('标题', { exact: true }).fill('断网时改的标题')
  await author.getByRole('button', { name: '保存', exact: true }).click()
  await author.getByText('没有保存成功，修改已经保留').waitFor()
  await author.context().setOffline(false)
  author.on('dialog', (dialog) => void dialog.accept())
  await author.reload()
  await author.getByText('还没有保存的修改').waitFor()
  await author.getByRole('button', { name: '恢复', exact: true }).click()
  expect(await author.getByLabel('标题', { exact: true }).inputValue()).toBe('断网时改的标题')
  // The server keeps it: the same person finds it at another computer, and nothing of it is a revision yet.
  await author.getByText(/已于 .* 暂存/).waitFor()
  const cookies = await author.context().cookies()
  const computer = await browser.newContext({ storageState: { cookies, origins: [] } })
  const elsewhere = await computer.newPage()
  await elsewhere.goto(author.url())
  await elsewhere.getByText('还没有保存的修改').waitFor()
  await elsewhere.getByRole('button', { name: '恢复', exact: true }).click()
  await elsewhere.getByRole('button', { name: '保存', exact: true }).click()
  await elsewhere.getByRole('heading', { name: '断网时改的标题' }).waitFor()
  await elsewhere.reload()
  await elsewhere.getByRole('tab', { name: /办理记录/ }).click()
  await elsewhere.getByText(/保存修改（第 2 版）/).waitFor()
  expect(await elsewhere.getByText('还没有保存的修改').count()).toBe(0)
  await computer.close()
  await author.close()
})
