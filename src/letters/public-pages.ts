import { type Html, html, join } from '#platform/html'
import { letterEventLabels, letterStatusLabels, ratingLabels, refusalGroundLabels } from './labels.ts'
import type { Letter } from './letter.ts'
import type { Sent } from './sender.ts'

type Month = { month: string; received: number; replied: number }

/** Released letters with their dates, the way in, and what was received and answered each month. Source: rules.md 3.2 (fields), 5.1. */
export function letterListPage(
  query: { words: string; after?: number | undefined },
  list: { items: Letter[]; next: number | null },
  boxes: readonly { name: string; description: string }[],
  months: readonly Month[],
): Html {
  const rows = list.items.map(
    (letter) =>
      html`<li><h2><a href="/letters/${letter.id}">${letter.subjectPublic}</a></h2><p class="quiet">留言 <time>${letter.receivedOn}</time>　受理 <time>${letter.acceptedOn ?? '—'}</time>　答复 <time>${letter.repliedOn ?? '—'}</time></p></li>`,
  )
  const next = list.next
    ? `/letters?${new URLSearchParams({ q: query.words, after: String(list.next) })}`
    : ''
  const counts = months.map(
    (month) =>
      html`<tr><th scope="row">${month.month}</th><td>${month.received}</td><td>${month.replied}</td></tr>`,
  )
  return html`<h1>来信和答复</h1>
<ul>${join(boxes.map((box) => html`<li><strong>${box.name}</strong>：${box.description}</li>`))}</ul>
<div class="actions"><a class="button primary" href="/letters/new">我要写信</a><a class="button" href="/letters/track">查询来信</a></div>
<form class="filters" action="/letters" role="search" aria-label="在来信中查找"><label>关键词<input name="q" type="search" maxlength="100" value="${query.words}"></label><button>查找</button></form>
${rows.length ? html`<ol class="hits">${join(rows)}</ol>` : html`<p>${query.words ? '没有找到相符的来信，换一个词试试，或者写信询问。' : '暂时没有公开的来信。'}</p>`}
<nav class="paging" aria-label="翻页">${next ? html`<a class="button" rel="next" href="${next}">下一页</a>` : ''}</nav>
${counts.length ? html`<h2>各月收到和答复的来信</h2><table class="figures"><thead><tr><th scope="col">月份</th><th scope="col">收到（件）</th><th scope="col">已答复（件）</th></tr></thead><tbody>${join(counts)}</tbody></table>` : ''}`
}

const lines = (text: string) => join(text.split(/\n+/).map((line) => html`<p>${line}</p>`))

/** One released letter: times, unit, words and reply, personal data masked. */
export function letterPage(letter: Letter, unit: string): Html {
  const facts: (readonly [string, string | null])[] = [
    ['编号', letter.number],
    ['留言时间', letter.receivedOn],
    ['受理时间', letter.acceptedOn],
    ['答复时间', letter.repliedOn],
    ['答复单位', unit],
  ]
  return html`<h1>${letter.subjectPublic}</h1>
<dl class="table">${join(facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
<h2>来信内容</h2><div class="prose">${lines(letter.bodyPublic)}</div>
<h2>答复内容</h2><div class="prose">${lines(letter.replyPublic)}</div>`
}

/** What the sender sees; number and code travel in the forms, never in an address. */
export function sentPage({ letter, events, reply }: Sent, key: { number: string; code: string }): Html {
  const hidden = html`<input type="hidden" name="number" value="${key.number}"><input type="hidden" name="code" value="${key.code}">`
  const ground = letter.refusalGround ? html`<p>原因：${refusalGroundLabels[letter.refusalGround]}。</p>` : ''
  const due =
    !letter.repliedOn && letter.dueOn && letter.status !== 'refused'
      ? html`<p>最迟于${letter.dueOn}答复。</p>`
      : ''
  const shown = events.filter(
    ({ kind }) =>
      !['dispatched', 'reply_drafted', 'reply_returned', 'supervised', 'public_version_changed'].includes(
        kind,
      ),
  )
  return html`<h1>来信 ${letter.number}</h1>
<div class="notice"><p><strong>${letterStatusLabels[letter.status]}</strong></p>${ground}${due}</div>
${reply ? html`<h2>答复</h2><div class="prose">${lines(reply)}</div>` : ''}
${reply && letter.rating === null ? rating(hidden) : ''}
${letter.rating === null ? '' : html`<p>您的评价：${ratingLabels[letter.rating - 1]}。感谢您的参与。</p>`}
<h2>办理过程</h2><ol class="timeline">${join(shown.map((event) => html`<li><time>${event.on}</time>${letterEventLabels[event.kind] ?? event.kind}</li>`))}</ol>
${letter.status === 'withdrawn' ? '' : html`<details><summary>撤回来信</summary><form class="form" method="post" action="/letters/track/withdrawal">${hidden}<p>撤回后不再公开；尚未答复的不再办理。</p><div class="actions"><button>确定撤回</button></div></form></details>`}`
}

function rating(hidden: Html): Html {
  const buttons = ratingLabels.map(
    (label, at) => html`<button name="rating" value="${at + 1}">${label}</button>`,
  )
  return html`<h2>您对答复满意吗</h2><form method="post" action="/letters/track/rating" class="actions">${hidden}${join(buttons)}</form>`
}
