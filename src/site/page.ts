import { type Html, html, join } from '#platform/html'
import type { Agency } from './agency.ts'
import { styleSheetPath } from './style.ts'

/** One page tag: name as the standard spells it, case included. */
export type PageTag = readonly [name: string, content: string]
export type Page = {
  title: string
  tags?: readonly PageTag[]
  trail?: readonly { href: string; text: string }[]
  /** Address of the Atom feed of what the page lists. */
  feed?: string
  /** What the reader searched for; stays in the search box. */
  query?: string
  main: Html
}

const navigation = [
  ['/disclosure', '政务公开'],
  ['/interaction', '互动交流'],
  ['/services', '网上服务'],
  ['/', '首页'],
  ['/requests', '依申请公开'],
  ['/guide', '公开指南'],
  ['/catalogue', '公开目录'],
  ['/site-map', '网站地图'],
] as const

/** The whole document. Tags, header and footer: rules.md 3.3 and 3.4. */
export function sitePage(agency: Agency, page: Page): Html {
  const tags: PageTag[] = [
    ['SiteName', agency.siteName],
    ['SiteDomain', agency.siteDomain],
    ['SiteIDCode', agency.siteIdCode],
    ...(page.tags ?? []),
  ]
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
${join(tags.map(([name, content]) => html`<meta name="${name}" content="${content}">\n`))}<link rel="stylesheet" href="${styleSheetPath}">${page.feed ? html`<link rel="alternate" type="application/atom+xml" title="${page.title}" href="${page.feed}">` : ''}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${agency.simulated ? html`<p class="simulated">演示网站：机构和内容均为模拟，不代表任何真实单位。</p>` : ''}
<div class="choices"><div class="wide"><a class="script" hreflang="zh-Hant" href="/zh-hant/">繁體</a><form method="post" action="/elder"><button name="on" value="1">长辈版</button></form></div></div>
<header class="masthead"><div class="wide"><a href="/">${agency.siteName}</a><p>公开为常态，不公开为例外</p>
<form class="search-box" action="/search" role="search" aria-label="站内搜索"><input type="search" name="q" aria-label="搜索关键词" placeholder="搜索政策、通知、文号" maxlength="100" value="${page.query ?? ''}"><button>搜索</button></form></div></header>
<nav class="main-navigation" aria-label="主导航"><div class="wide"><ul>
${join(navigation.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`))}
</ul></div></nav>
<main id="main" class="wide">
${page.trail ? trail(page.trail) : ''}
${page.main}
</main>
${footer(agency)}
</body>
</html>`
}

function trail(steps: readonly { href: string; text: string }[]): Html {
  const links = steps.map(({ href, text }) => html`<a href="${href}">${text}</a>`)
  return html`<nav class="trail" aria-label="当前位置">当前位置：${join(links, ' › ')}</nav>`
}

function footer(agency: Agency): Html {
  const facts: (readonly [string, string])[] = [
    ['主办单位', agency.hostName],
    ['地址', agency.address],
    ['联系电话', agency.telephone],
    ['网站标识码', agency.siteIdCode],
    ['ICP备案号', agency.icpNumber],
    ['公安机关备案号', agency.policeNumber],
  ]
  const known = facts.filter(([, value]) => value)
  return html`<footer class="foot"><div class="wide"><ul>
${join(known.map(([name, value]) => html`<li>${name}：${value}</li>`))}
<li><a href="/reports">年度报告</a></li>
<li><a href="/statistics">统计数据</a></li>
<li><a href="/site-map">网站地图</a></li>
<li><a href="/feed.atom">订阅</a></li>
</ul></div></footer>`
}
