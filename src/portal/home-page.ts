import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { itemList } from './item-list.ts'
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
    main: html`<h1 class="skip">${agency.siteName}</h1>
<section class="card"><h2>最新公开</h2>${itemList(newest)}</section>
${shortcuts.length ? html`<section class="card"><h2>信息公开目录</h2><ul class="shortcuts">${join(shortcuts.map((s) => html`<li><a href="/sections/${s.code}">${s.name}</a></li>`))}</ul></section>` : ''}
<div class="columns">${join(cards)}</div>`,
  })
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
