import { type Html, html, join } from '#platform/html'
import { wideTable } from '#site'
import type { Month, YearOfLetters } from '../counts/monthly.ts'
import { ratingLabels } from '../labels.ts'
import type { Released } from '../released-letters.ts'
import { fileSize } from './file-size.ts'

export type ListQuery = {
  words: string
  mailbox: string
  topic?: number | undefined
  after?: number | undefined
}
type Choice = { key: string; name: string; description?: string }

/** Released letters with their dates and the unit that answered, the way in, and how to find one. Source: rules.md 3.2 (fields), 5.1. */
export function letterListPage(
  query: ListQuery,
  list: { items: Released[]; next: number | null },
  choices: { mailboxes: readonly Choice[]; topics: readonly Choice[]; agency: string },
): Html {
  const kept = { q: query.words, mailbox: query.mailbox, topic: query.topic ? String(query.topic) : '' }
  const next = list.next ? `/letters?${new URLSearchParams({ ...kept, after: String(list.next) })}` : ''
  const searching = Boolean(query.words || query.mailbox || query.topic)
  return html`<h1>来信和答复</h1>
<ul>${join(choices.mailboxes.map((box) => html`<li><a href="/letters/new?mailbox=${box.key}"><strong>${box.name}</strong></a>：${box.description}</li>`))}</ul>
<div class="actions"><a class="button primary" href="/letters/new">我要写信</a><a class="button" href="/letters/track">查询来信</a><a class="button" href="/letters/statistics">来信统计</a></div>
<form class="filters" action="/letters" role="search" aria-label="在来信中查找"><label>关键词<input name="q" type="search" maxlength="100" value="${query.words}"></label>${select('信箱', 'mailbox', choices.mailboxes, query.mailbox)}${choices.topics.length ? select('主题', 'topic', choices.topics, kept.topic) : ''}<button>查找</button></form>
${list.items.length ? html`<ol class="hits">${join(list.items.map((letter) => row(letter, choices.agency)))}</ol>` : html`<p>${searching ? '没有找到相符的来信，换一个词试试，或者写信询问。' : '暂时没有公开的来信。'}</p>`}
<nav class="paging" aria-label="翻页">${query.after ? html`<a class="button" href="/letters?${new URLSearchParams(kept)}">回到第一页</a>` : ''}${next ? html`<a class="button" rel="next" href="${next}">下一页</a>` : ''}</nav>`
}

function select(label: string, name: string, choices: readonly Choice[], chosen: string): Html {
  const options = choices.map(
    (choice) =>
      html`<option value="${choice.key}"${choice.key === chosen ? html` selected` : ''}>${choice.name}</option>`,
  )
  return html`<label>${label}<select name="${name}"><option value="">全部</option>${join(options)}</select></label>`
}

const excerpt = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

function row(letter: Released, agency: string): Html {
  return html`<li><h2><a href="/letters/${letter.id}">${letter.subjectPublic}</a></h2>
<p class="quiet">${letter.mailboxName}　留言 <time>${letter.receivedOn}</time>　受理 <time>${letter.acceptedOn ?? '—'}</time>　答复 <time>${letter.repliedOn ?? '—'}</time>　答复单位 ${agency}${letter.unit ?? ''}</p>
<p><strong>内容：</strong>${excerpt(letter.bodyPublic)}</p><p><strong>答复：</strong>${excerpt(letter.replyPublic)}</p></li>`
}

const lines = (text: string) => join(text.split(/\n+/).map((line) => html`<p>${line}</p>`))

/** One released letter: times, unit, words and reply, personal data masked. */
export function letterPage(
  letter: Released,
  agency: string,
  attachments: readonly { name_public: string; text_public: string }[],
  replyFiles: readonly { id: number; name_public: string; size_bytes: number }[],
): Html {
  const facts: (readonly [string, string | null])[] = [
    ['编号', letter.number.startsWith('import-') ? null : letter.number],
    ['信箱', letter.mailboxName],
    ['留言时间', letter.receivedOn],
    ['受理时间', letter.acceptedOn],
    ['答复时间', letter.repliedOn],
    ['再次答复', letter.lastRepliedOn === letter.repliedOn ? null : letter.lastRepliedOn],
    ['办结时间', letter.closedOn],
    ['答复单位', `${agency}${letter.unit ?? ''}`],
  ]
  const files = attachments.map(
    ({ name_public, text_public }) =>
      html`<details><summary>${name_public}（文字内容，已隐去个人信息）</summary><div class="prose">${text_public ? lines(text_public) : html`<p>此附件没有文字内容。</p>`}</div></details>`,
  )
  return html`<h1>${letter.subjectPublic}</h1>
<dl class="table">${join(facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
<h2>来信内容</h2><div class="prose">${lines(letter.bodyPublic)}</div>
${files.length ? html`<h2>来信附件</h2>${join(files)}` : ''}
<h2>答复内容</h2><div class="prose">${lines(letter.replyPublic)}</div>
${replyFiles.length ? html`<h2>答复附件</h2><ul>${join(replyFiles.map((file) => html`<li><a href="/letters/${letter.id}/files/${file.id}" download>${file.name_public}</a><span class="quiet">　${fileSize(file.size_bytes)}</span></li>`))}</ul>` : ''}
<div class="actions"><a class="button" href="/letters">返回列表</a><a class="button" href="/letters/new">我要写信</a></div>`
}

/** What came and was answered in each month of a year, by mailbox and topic, how long it took, and how people rated it. */
export function statisticsPage(year: number, years: readonly number[], counted: YearOfLetters): Html {
  const { months, mailboxes, topics, ratings, time } = counted
  const rated = ratings.reduce((sum, count) => sum + count, 0)
  const others = years.filter((other) => other !== year)
  const sum = (of: 'received' | 'accepted' | 'replied') =>
    months.reduce((total, month) => total + month[of], 0)
  return html`<h1>${year}年来信统计</h1>
${
  others.length
    ? html`<p>其他年份：${join(
        others.map((other) => html`<a href="/letters/statistics?year=${other}">${other}年</a>`),
        '　',
      )}</p>`
    : ''
}
${months.length === 0 ? html`<p>这一年没有收到来信。</p>` : ''}
${months.length ? html`<p>收到${sum('received')}件，答复${sum('replied')}件；从收到来信到首次答复，平均${time.mean ?? '—'}个工作日，中位数${time.median ?? '—'}个工作日。按收到来信的月份统计，单位是件和工作日。</p>` : ''}
${months.length ? html`<h2>各月情况</h2>${table('各月情况', ['月份', '收到', '受理', '答复', '平均用时'], months.map(monthCells))}` : ''}
${mailboxes.length ? html`<h2>各信箱情况</h2>${table('各信箱情况', ['信箱', '收到（件）', '已答复（件）'], mailboxes.map(mailboxCells))}` : ''}
${topics.length ? html`<h2>主题分布</h2>${table('主题分布', ['主题', '收到（件）'], topics.map(topicCells))}` : ''}
${
  rated
    ? html`<h2>满意度评价</h2>${table(
        '满意度评价',
        ['评价', '件数'],
        ratingLabels.map((label, at) => [label, ratings[at] ?? 0]),
      )}`
    : ''
}
<div class="actions"><a class="button" href="/letters">返回列表</a></div>`
}

type Cells = readonly (string | number)[]
const monthCells = (month: Month): Cells => [
  month.month,
  month.received,
  month.accepted,
  month.replied,
  month.meanWorkingDays ?? '—',
]
const mailboxCells = (row: { name: string; received: number; replied: number }): Cells => [
  row.name,
  row.received,
  row.replied,
]
const topicCells = (row: { name: string; received: number }): Cells => [row.name, row.received]

function table(name: string, heads: readonly string[], rows: readonly Cells[]): Html {
  const lines = rows.map(
    ([head, ...cells]) =>
      html`<tr><th scope="row">${head}</th>${join(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`,
  )
  return wideTable(
    name,
    html`<table class="figures letters"><thead><tr>${join(heads.map((text) => html`<th scope="col">${text}</th>`))}</tr></thead><tbody>${join(lines)}</tbody></table>`,
  )
}
