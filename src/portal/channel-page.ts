import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { itemList } from './item-list.ts'
import { listItems, listSections } from './store.ts'

/** The three channels of the navigation bar, by the kinds of section they gather. */
export const channels = {
  disclosure: {
    name: '政务公开',
    kinds: ['overview', 'news', 'notices', 'policies', 'interpretations', 'data', 'repost', 'feature'],
  },
  interaction: { name: '互动交流', kinds: ['interaction'] },
  services: { name: '网上服务', kinds: ['service'] },
} as const
export type Channel = keyof typeof channels

const doors: Record<Channel, Html> = {
  disclosure: html`<div class="actions"><a class="button primary" href="/requests">依申请公开</a><a class="button" href="/guide">公开指南</a><a class="button" href="/catalogue">公开目录</a><a class="button" href="/reports">年度报告</a></div>`,
  interaction: html`<div class="actions"><a class="button primary" href="/letters/new">我要写信</a><a class="button" href="/letters/track">查询来信</a><a class="button" href="/letters">来信和答复</a><a class="button" href="/answers">常见问题</a></div>`,
  services: html``,
}
const itemsPerSection = 5

export async function channelPage({ db }: Platform, channel: Channel): Promise<Html> {
  const { name, kinds } = channels[channel]
  const agency = await readAgency(db)
  const sections = (await listSections(db)).filter((s) => (kinds as readonly string[]).includes(s.kind))
  const lists = await Promise.all(sections.map((s) => listItems(db, s.id, undefined, itemsPerSection)))
  const cards = sections.map(
    (s, index) =>
      html`<section class="card"><h2>${s.name} <a href="/sections/${s.code}">更多<span class="skip">${s.name}</span></a></h2>${itemList(lists[index] ?? [])}</section>`,
  )
  return sitePage(agency, {
    title: `${name} - ${agency.siteName}`,
    trail: [{ href: '/', text: '首页' }],
    main: html`<h1>${name}</h1>${doors[channel]}${cards.length ? html`<div class="columns">${join(cards)}</div>` : html`<p>暂时没有开通的栏目，请通过页面底部的联系电话咨询。</p>`}`,
  })
}
