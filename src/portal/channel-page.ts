import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { type Channel, channels, channelTasks } from './channel-tasks.ts'
import { itemList } from './item-list.ts'
import { lettersInNumbers } from './letters-in-numbers.ts'
import { sectionLink } from './section-link.ts'
import { sectionTiles } from './section-tiles.ts'
import { listItems, listSections } from './store.ts'
import { taskList } from './task-list.ts'
import { titled } from './titled.ts'

const itemsPerSection = 6
/** Sections beyond these are tiles: their names, not their items. */
const listsShown = 6
const listedFirst: readonly string[] = [
  'policies',
  'interpretations',
  'notices',
  'service',
  'interaction',
  'data',
]

export async function channelPage(platform: Platform, channel: Channel): Promise<Html> {
  const { db } = platform
  const { name, says, kinds } = channels[channel]
  const agency = await readAgency(db)
  const all = await listSections(db)
  const sections = all.filter((s) => (kinds as readonly string[]).includes(s.kind))
  // What gathers others would show their items a second time.
  const gathers = (section: (typeof all)[number]) => all.some(({ parent_id }) => parent_id === section.id)
  const listed = listedFirst
    .flatMap((kind) => sections.filter((s) => s.kind === kind && !gathers(s)))
    .slice(0, listsShown)
  const lists = await Promise.all(listed.map((s) => listItems(db, s.id, {}, itemsPerSection)))
  const cards = listed.map(
    (s, index) =>
      html`<section class="card">${titled(s.name, { href: sectionLink(s) })}${itemList(lists[index] ?? [])}</section>`,
  )
  const tiles = sections.filter((s) => !listed.includes(s))
  return sitePage(agency, {
    title: `${name} - ${agency.siteName}`,
    channel: `/${channel}`,
    trail: [{ href: '/', text: '首页' }],
    main: html`<h1>${name}</h1><p class="says">${says}</p>${taskList(channelTasks[channel], true)}
${channel === 'interaction' ? await lettersInNumbers(platform) : ''}
<div class="columns">${join(cards)}</div>
${sectionTiles(channel === 'disclosure' ? '全部栏目' : '其他栏目', tiles)}
${contact(agency, channel, cards.length)}`,
  })
}

function contact(agency: { telephone: string; officeHours: string }, channel: Channel, lists: number): Html {
  if (channel === 'disclosure' || (lists > 0 && !agency.telephone)) return html``
  const telephone = agency.telephone ? html`<p>咨询电话：${agency.telephone}</p>` : ''
  const hours = agency.officeHours ? html`<p>接听时间：${agency.officeHours}</p>` : ''
  return html`<section class="card">${titled('还有问题')}${telephone}${hours}<p>没有找到要办的事，请<a href="/letters/new">写信</a>给我们。</p></section>`
}
