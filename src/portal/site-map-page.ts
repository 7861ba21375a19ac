import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { type Channel, channels, channelTasks } from './channel-tasks.ts'
import { sectionLink } from './section-link.ts'
import { listSections } from './store.ts'

type Section = Awaited<ReturnType<typeof listSections>>[number]

/** Channels, their tasks, and the tree of sections. Source: rules.md 3.4. */
export async function siteMapPage({ db }: Platform): Promise<Html> {
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const blocks = (Object.keys(channels) as Channel[]).map((channel) => {
    const { name, kinds } = channels[channel]
    const top = sections.filter((s) => s.parent_id === null && (kinds as readonly string[]).includes(s.kind))
    const tasks = channelTasks[channel].map(
      ({ href, name: text }) => html`<li><a href="${href}">${text}</a></li>`,
    )
    return html`<section><h2><a href="/${channel}">${name}</a></h2><ul>${join(tasks)}${join(top.map((s) => branch(s, sections)))}</ul></section>`
  })
  const rest = sections.filter((s) => s.parent_id === null && s.kind === 'channel')
  return sitePage(agency, {
    title: `网站地图 - ${agency.siteName}`,
    channel: '/site-map',
    trail: [{ href: '/', text: '首页' }],
    main: html`<section class="card"><h1>网站地图</h1><div class="tree">${join(blocks)}
${rest.length ? html`<section><h2>其他</h2><ul>${join(rest.map((s) => branch(s, sections)))}</ul></section>` : ''}
<section><h2><a href="/">首页</a></h2><ul><li><a href="/search">站内搜索</a></li><li><a href="/progress">查进度</a></li><li><a href="/feed.atom">订阅全站更新</a></li><li><a hreflang="zh-Hant" href="/zh-hant/">繁體中文</a></li></ul></section></div></section>`,
  })
}

function branch(section: Section, all: readonly Section[]): Html {
  const children = all.filter(({ parent_id }) => parent_id === section.id)
  const below = children.length ? html`<ul>${join(children.map((child) => branch(child, all)))}</ul>` : ''
  return html`<li><a href="${sectionLink(section)}">${section.name}</a>${below}</li>`
}
