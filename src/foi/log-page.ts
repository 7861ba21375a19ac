import { type Html, html, join } from '#platform/html'
import type { Outcome } from './contract.ts'
import { outcomeLabels } from './labels.ts'
import type { LogEntry } from './public-log.ts'

/** Answers to earlier requests that the agency shows; no personal data. */
export function logPage(
  query: { words: string; after?: number | undefined },
  log: { items: LogEntry[]; next: number | null },
): Html {
  const rows = log.items.map(
    (entry) =>
      html`<li><h2>${entry.words}</h2>${entry.answer ? html`<p>${entry.answer}</p>` : ''}<p class="quiet">${entry.number}　${outcomeLabels[entry.outcome as Outcome] ?? ''}　<time>${entry.answeredOn ?? ''}</time></p></li>`,
  )
  const none = query.words ? '没有找到相符的答复，换一个词试试。' : '暂时没有列入目录的答复。'
  const next = log.next
    ? `/requests/log?${new URLSearchParams({ q: query.words, after: String(log.next) })}`
    : ''
  return html`<h1>依申请公开答复目录</h1>
<form class="filters" action="/requests/log" role="search" aria-label="在答复目录中查找"><label>关键词<input name="q" type="search" maxlength="100" value="${query.words}"></label><button>查找</button></form>
${log.items.length ? html`<ol class="hits">${join(rows)}</ol>` : html`<p>${none}</p>`}
<nav class="paging" aria-label="翻页">${next ? html`<a class="button" rel="next" href="${next}">下一页</a>` : ''}</nav>`
}

/** The way in: what it is, how long it takes, and the doors. */
export function startPage(): Html {
  return html`<h1>依申请公开</h1>
<p>主动公开以外的政府信息，任何公民、法人和其他组织都可以申请获取，不收取费用。（条例第二十七条、第四十二条）</p>
<ol class="steps"><li>先<a href="/search">站内搜索</a>或者看<a href="/requests/log">答复目录</a>，您要的信息可能已经公开。</li><li>填写申请表，提交后得到编号和查询码。</li><li>我们与您确认收到，20个工作日内答复。</li><li>凭编号和查询码查看进度、补正和领取答复。</li></ol>
<div class="actions"><a class="button primary" href="/requests/new">我要申请</a><a class="button" href="/requests/track">查询进度</a><a class="button" href="/requests/form">打印空白申请表</a><a class="button" href="/guide">公开指南</a></div>`
}
