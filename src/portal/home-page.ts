import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { type Agency, readAgency, sitePage } from '#site'
import { itemList } from './item-list.ts'
import { type QrChannel, qrAddress, qrChannels } from './qr-code.ts'
import { listItems, listNewest, listSections } from './store.ts'

const newestItems = 10
const itemsPerSection = 6
const sectionsShown = 6

export async function homePage({ db }: Platform): Promise<Html> {
  const [agency, sections, newest] = [
    await readAgency(db),
    await listSections(db),
    await listNewest(db, newestItems),
  ]
  const shown = sections.slice(0, sectionsShown)
  const lists = await Promise.all(
    shown.map((section) => listItems(db, section.id, undefined, itemsPerSection)),
  )
  const shortcuts = sections
    .filter((section) => section.shortcut_position !== null)
    .sort((a, b) => Number(a.shortcut_position) - Number(b.shortcut_position))
  const cards = shown.map(
    (section, index) =>
      html`<section class="card"><h2>${section.name} <a href="/sections/${section.code}">更多<span class="skip">${section.name}</span></a></h2>${itemList(lists[index] ?? [])}</section>`,
  )
  return sitePage(agency, {
    title: agency.siteName,
    feed: '/feed.atom',
    main: html`<h1 class="skip">${agency.siteName}</h1>
<div class="front"><section class="card"><h2>最新公开</h2>${itemList(newest)}</section>
<div><section class="card"><h2>信息公开目录 <a href="/catalogue">全部目录</a></h2><ul class="shortcuts">${join(shortcuts.map((s) => html`<li><a href="/sections/${s.code}">${s.name}</a></li>`))}<li><a href="/guide">公开指南</a></li><li><a href="/catalogue">公开目录</a></li></ul></section>
${qrCodes(agency)}</div></div>
<div class="columns">${join(cards)}</div>`,
  })
}

function qrCodes(agency: Agency): Html {
  const known = (Object.keys(qrChannels) as QrChannel[]).filter((channel) => qrAddress(agency, channel))
  if (!known.length) return html``
  const figures = known.map(
    (channel) =>
      html`<figure><a href="${qrAddress(agency, channel)}" rel="noopener"><img src="/qr/${channel}.svg" width="120" height="120" alt="${qrChannels[channel]}二维码"></a><figcaption>${qrChannels[channel]}</figcaption></figure>`,
  )
  return html`<section class="card"><h2>政务新媒体</h2><div class="qr-codes">${join(figures)}</div></section>`
}

export async function siteMapPage({ db }: Platform): Promise<Html> {
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const below = (parent: number | null): Html => {
    const children = sections.filter((section) => section.parent_id === parent)
    if (!children.length) return html``
    return html`<ul>${join(children.map((s) => html`<li><a href="/sections/${s.code}">${s.name}</a>${below(s.id)}</li>`))}</ul>`
  }
  const trail = [{ href: '/', text: '首页' }]
  const main = html`<section class="card"><h1>网站地图</h1>${below(null)}</section>`
  return sitePage(agency, { title: `网站地图 - ${agency.siteName}`, trail, main })
}
