import type { LetterReceipt } from '#letters'
import { type Html, html } from '#platform/html'

/** Where the citizen goes on: the letter has a number and a code of its own. */
export function letterPage({ number, queryCode, dueOn }: LetterReceipt): Html {
  return html`<h1>已经转为来信</h1>
<p>您写的内容已经作为来信交给承办处室。请保存以下编号和查询码（可以截图或者打印），凭这两项查看答复。</p>
<dl class="receipt"><dt>来信编号</dt><dd>${number}</dd><dt>查询码</dt><dd>${queryCode}</dd></dl>
${dueOn ? html`<p>我们将在<strong>${dueOn}</strong>前答复您。</p>` : ''}
<form method="post" action="/letters/track" class="actions"><input type="hidden" name="number" value="${number}"><input type="hidden" name="code" value="${queryCode}"><button>查看办理情况</button></form>`
}
