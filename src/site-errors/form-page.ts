import { type Html, html, join } from '#platform/html'
import { errorSummary, type Filled, icon, selectField, textArea, textField } from '#site'
import { siteErrorKindLabels } from './labels.ts'
import type { PublicSiteError } from './store.ts'

/** Works without scripts; what was typed stays on an error. */
export function reportForm(filled: Filled, key: string, challenge: Html): Html {
  return html`<h1>我为政府网站找错</h1>
${errorSummary(filled)}
<p>本网站的文字、链接、附件有错误，或者用起来不方便，请告诉我们。我们在1个工作日内转给承办处室，3个工作日内答复。</p>
<p class="quiet">反映政务问题、投诉举报，请<a href="/letters/new">写信</a>；申请没有公开的信息，请<a href="/requests">申请公开</a>。</p>
<form class="form" method="post" action="/site-errors" novalidate>
<input type="hidden" name="key" value="${key}">
${textField(filled, { name: 'page', label: '出错页面的网址', required: true, most: 500, hint: '从页脚进入的，已经替您填好。' })}
${selectField(filled, { name: 'kind', label: '错误类型', options: siteErrorKindLabels, required: true })}
${textArea(filled, { name: 'words', label: '哪里有错', required: true, rows: 5, most: 2000, hint: '例如：第三段“2018年”写成了“2108年”。请不要写个人信息。' })}
${textField(filled, { name: 'contact', label: '联系方式', most: 100, hint: '可以不填。填写后加密保存，只用于核实这个错误。' })}
<p class="trap" hidden><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></p>
${challenge}
<div class="actions"><button>提交</button><a class="button" href="/site-errors">看看别人找的错</a></div>
</form>`
}

export function thanksPage(answerDueOn: string | null): Html {
  return html`<h1>谢谢您帮我们找错</h1>
<p>已经收到。${answerDueOn ? html`我们将在<strong>${answerDueOn}</strong>前答复，` : ''}确有错误的，改正和答复情况会在<a href="/site-errors">找错公开</a>中列出。</p>
<div class="actions"><a class="button" href="/">回到首页</a></div>`
}

/** What was wrong, when it was found, and what was done about it. Source: rules.md 5.1 (publish all except the unfounded). */
export function publicList(items: readonly PublicSiteError[], next: number | undefined): Html {
  const rows = items.map(
    (item) =>
      html`<li><h2>${siteErrorKindLabels[item.kind]}</h2><p>${item.words_public}</p><p><strong>答复：</strong>${item.answer}</p><p class="quiet">留言 <time>${item.received_on}</time>　答复 <time>${item.answered_on}</time></p></li>`,
  )
  return html`<h1>找错公开</h1>
<p>读者在本网站发现的错误和我们的改正情况。</p>
<div class="actions"><a class="button primary" href="/site-errors/new">我来找错</a></div>
${rows.length ? html`<ol class="hits">${join(rows)}</ol>` : html`<p class="empty">${icon('empty')}<span>还没有公开的找错。发现错误，请告诉我们。</span></p>`}
<nav class="paging" aria-label="翻页">${next ? html`<a class="button" rel="next" href="/site-errors?before=${next}">下一页</a>` : ''}</nav>`
}
