import { toString as drawn } from 'qrcode'
import { type Html, html } from '#platform/html'
import { errorSummary, type Filled, textField } from '#site'
import type { LetterReceipt } from '../insert-letter.ts'

/** The code is on the paper only: the picture leads to the form with the number filled in. */
export async function letterReceiptPage(receipt: LetterReceipt, publicUrl: string): Promise<Html> {
  const address = new URL(`/letters/track?number=${receipt.number}`, publicUrl).href
  const picture = await drawn(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  const due = receipt.dueOn ? html`<p>我们将在<strong>${receipt.dueOn}</strong>前答复您。</p>` : ''
  return html`<h1>来信已经收到</h1>
<p>请保存以下编号和查询码（可以截图或者打印），凭这两项查看答复、评价或者撤回来信。</p>
<dl class="receipt"><dt>来信编号</dt><dd>${receipt.number}</dd><dt>查询码</dt><dd>${receipt.queryCode}</dd></dl>
<figure><img src="data:image/svg+xml,${encodeURIComponent(picture)}" width="160" height="160" alt="查询来信办理情况的二维码"><figcaption>扫码查询，需要输入查询码</figcaption></figure>
${due}
<form method="post" action="/letters/track" class="actions"><input type="hidden" name="number" value="${receipt.number}"><input type="hidden" name="code" value="${receipt.queryCode}"><button>查看办理情况</button></form>`
}

export function letterTrackingForm(filled: Filled): Html {
  return html`<h1>查询来信</h1>
${errorSummary(filled)}
<form class="form" method="post" action="/letters/track" novalidate>
${textField(filled, { name: 'number', label: '来信编号', required: true, most: 100, hint: '回执上的编号，例如 X2018-00001。' })}
${textField(filled, { name: 'code', label: '查询码', required: true, most: 20, hint: '回执上的十位字母和数字，不区分大小写。' })}
<div class="actions"><button>查询</button></div>
</form>`
}
