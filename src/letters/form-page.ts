import { type Html, html } from '#platform/html'
import { errorSummary, type Filled, selectField, textArea, textField } from '#site'
import type { LetterReceipt } from './insert-letter.ts'

export type Mailbox = {
  key: string
  name: string
  description: string
  answer_within: number
  name_required: boolean
}

/** Works without scripts; what was typed stays on an error. */
export function letterForm(filled: Filled, key: string, mailboxes: readonly Mailbox[]): Html {
  const options = Object.fromEntries(
    mailboxes.map((box) => [box.key, `${box.name}（${box.answer_within}个工作日内答复）`]),
  )
  return html`<h1>写信</h1>
${errorSummary(filled)}
<div class="notice"><p><strong>我们只收集办理来信必须的信息。</strong>姓名和联系方式只用于核实和回复，加密保存，只有承办人可以查看，每次查看都有记录。</p></div>
<form class="form" method="post" action="/letters" novalidate>
<input type="hidden" name="key" value="${key}">
${selectField(filled, { name: 'mailbox', label: '信箱', options, required: true })}
${textField(filled, { name: 'author', label: '姓名', required: true, autocomplete: 'name', most: 50 })}
${textField(filled, { name: 'telephone', label: '联系电话', type: 'tel', required: true, autocomplete: 'tel', most: 30 })}
${textField(filled, { name: 'email', label: '电子邮箱', type: 'email', autocomplete: 'email', most: 100 })}
${textField(filled, { name: 'subject', label: '标题', required: true, most: 100 })}
${textArea(filled, { name: 'body', label: '内容', required: true, rows: 8, hint: '请不要写身份证号码、银行卡号等与办理无关的个人信息。' })}
${selectField(filled, { name: 'consent', label: '答复后是否同意公开', options: { no: '不同意公开', yes: '同意隐去个人信息后公开' }, hint: '公开的来信可以帮助有同样问题的人。您随时可以凭查询码撤回。' })}
<p class="trap" hidden><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></p>
<div class="actions"><button>提交来信</button><a class="button" href="/letters">返回</a></div>
</form>`
}

export function letterReceiptPage(receipt: LetterReceipt): Html {
  const due = receipt.dueOn ? html`<p>我们将在<strong>${receipt.dueOn}</strong>前答复您。</p>` : ''
  return html`<h1>来信已经收到</h1>
<p>请保存以下编号和查询码，凭这两项查看答复、评价或者撤回来信。</p>
<dl class="receipt"><dt>来信编号</dt><dd>${receipt.number}</dd><dt>查询码</dt><dd>${receipt.queryCode}</dd></dl>
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
