import { scriptTag } from '#platform/browser-scripts'
import { type Html, html, join, raw } from '#platform/html'
import { type Agency, unnamed } from './agency.ts'
import { channelOf } from './channel-of.ts'
import { footer } from './footer.ts'
import { icon, mark } from './icons.ts'
import { navigationBar, navigationMenu } from './navigation.ts'
import { columnTags, type PageTag } from './page-tags.ts'
import { choiceLinks } from './reader-choices.ts'
import { standingColumn } from './standing-columns.ts'
import { styleSheetPath } from './style.ts'

export type Page = {
  title: string
  tags?: readonly PageTag[]
  trail?: readonly { href: string; text: string }[]
  /** Address of the entry of the navigation bar where the reader stands; else told from the trail. */
  channel?: string
  /** Address of the Atom feed of what the page lists. */
  feed?: string
  /** What the reader searched for; stays in the search box. */
  query?: string
  /** Over the whole width, above the main part, with a search box of its own. */
  hero?: Html
  /** What the page is about, for machines (schema.org as JSON-LD). */
  data?: Record<string, unknown>
  /** Browser scripts that make the page better; it works without. */
  scripts?: Html
  main: Html
}

/** The whole document. Tags, header and footer: rules.md 3.3 and 3.4. */
export function sitePage(agency: Agency, page: Page): Html {
  const tags: PageTag[] = [
    ['SiteName', agency.siteName],
    ['SiteDomain', agency.siteDomain],
    ['SiteIDCode', agency.siteIdCode],
    ...columnTagsOf(page),
    ...(page.tags ?? []),
  ]
  const current = page.channel ?? channelOf(page.trail ?? [])
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
${join(tags.map(([name, content]) => html`<meta name="${name}" content="${content}">\n`))}<link rel="stylesheet" href="${styleSheetPath}"><link rel="icon" href="/assets/mark.svg" type="image/svg+xml">${page.feed ? html`<link rel="alternate" type="application/atom+xml" title="${page.title}" href="${page.feed}">` : ''}${page.data ? dataBlock(page.data) : ''}${scriptTag('read-aloud')}${page.scripts ?? ''}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${agency.simulated ? html`<p class="simulated">演示网站：机构和内容均为模拟，不代表任何真实单位。</p>` : ''}
<div class="choices"><div class="wide"><p class="motto">公开为常态，不公开为例外</p><button type="button" data-speak data-start="朗读" data-stop="停止" hidden>${icon('speak')}<span>朗读</span></button>${choiceLinks({ traditional: false, large: false }, '/')}</div></div>
<header class="masthead"><div class="wide"><a class="name" href="/">${mark}<span><strong>${agency.siteName}</strong>${agency.siteName === unnamed ? '' : html`<small>${unnamed}</small>`}</span></a>${navigationMenu(current)}${page.hero ? '' : searchBox(page.query)}</div></header>
${navigationBar(current)}
<main id="main">
${page.hero ?? ''}<div class="wide content">
${page.trail ? trail(page.trail) : ''}
${page.main}
</div></main>
${footer(agency)}
</body>
</html>`
}

/** A page that brings no column of its own stands in that of the program to which its trail leads. */
function columnTagsOf({ tags = [], channel, trail = [] }: Page): PageTag[] {
  if (tags.some(([name]) => name === 'ColumnName')) return []
  const column = standingColumn([...trail.map(({ href }) => href), channel])
  return column ? columnTags(column) : []
}

/** `label` tells a second box on a page from the first. */
export function searchBox(query = '', label = ''): Html {
  return html`<form class="search-box" action="/search" role="search" aria-label="${label || '站内搜索'}"><input type="search" name="q" aria-label="${label || '搜索关键词'}" placeholder="搜索政策、通知、文号" maxlength="100" value="${query}"><button>${icon('search')}搜索</button></form>`
}

/** A block of data, no script: the content security policy lets it be. `<` could end the block, so it is written as its code. */
function dataBlock(data: Record<string, unknown>): Html {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return html`<script type="application/ld+json">${raw(text)}</script>`
}

function trail(steps: readonly { href: string; text: string }[]): Html {
  const links = steps.map(({ href, text }) => html`<a href="${href}">${text}</a>`)
  return html`<nav class="trail" aria-label="当前位置">当前位置：${join(links, ' › ')}</nav>`
}
