import { scriptTag } from '#platform/browser-scripts'
import { type Html, html, join } from '#platform/html'
import {
  type Agency,
  errorSummary,
  type Filled,
  personalDataNotice,
  selectField,
  textArea,
  textField,
} from '#site'
import type { AnsweredBefore } from '../answered-before.ts'
import { attachmentLimitBytes } from '../attachments.ts'
import type { RetentionInput } from '../contract.ts'

export type Mailbox = {
  key: string
  name: string
  answer_within: number
  name_required: boolean
  phone_required: boolean
  attachments_most: number
}
export type FormParts = {
  key: string
  mailboxes: readonly Mailbox[]
  challenge: Html
  agency: Agency
  /** Undefined while the database is away. */
  retention: RetentionInput | undefined
  /** Undefined: nobody has looked yet. */
  found?: readonly AnsweredBefore[] | undefined
}

/** Works without scripts; what was typed stays on an error. */
export function letterForm(filled: Filled, parts: FormParts): Html {
  const { key, mailboxes, challenge, found, agency, retention } = parts
  const options = Object.fromEntries(
    mailboxes.map((box) => [box.key, `${box.name}（${box.answer_within}个工作日内答复）`]),
  )
  return html`<h1>写信</h1>
${errorSummary(filled)}
<div class="notice"><p><strong>我们只收集办理来信必须的信息。</strong>姓名和联系方式只用于核实和回复，加密保存，只有承办人可以查看，每次查看都有记录。</p>
<details><summary>我们怎样处理您的个人信息：保存多久，您有哪些权利，怎样联系我们</summary>${aboutPersonalData(agency, retention)}</details></div>
${found ? foundBefore(found) : ''}
<form class="form" method="post" action="/letters" enctype="multipart/form-data" novalidate>
<input type="hidden" name="key" value="${key}">
${selectField(filled, { name: 'mailbox', label: '信箱', options, required: true })}
${textField(filled, { name: 'author', label: '姓名', autocomplete: 'name', most: 50, ...needed(mailboxes, 'name_required') })}
${textField(filled, { name: 'telephone', label: '联系电话', type: 'tel', autocomplete: 'tel', most: 30, ...needed(mailboxes, 'phone_required') })}
${textField(filled, { name: 'email', label: '电子邮箱', type: 'email', autocomplete: 'email', most: 100, hint: '可以不填。填写后，答复时发邮件通知您；邮件里只有来信编号和查询网址，没有内容。' })}
${textField(filled, { name: 'subject', label: '标题', required: true, most: 100 })}
${textArea(filled, { name: 'body', label: '内容', required: true, rows: 8, hint: '请不要写身份证号码、银行卡号等与办理无关的个人信息。' })}
<div data-suggestions="/letters/suggestions" aria-live="polite"></div>
${filesField(filled, mailboxes)}
${selectField(filled, { name: 'consent', label: '答复后是否同意公开', options: { no: '不同意公开', yes: '同意隐去个人信息后公开' }, hint: '公开的来信可以帮助有同样问题的人。您随时可以凭查询码撤回。' })}
${challenge}
<p class="trap" hidden><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></p>
<div class="actions"><button>提交来信</button><button formaction="/letters/check">先看看有没有现成的答复</button><a class="button" href="/letters">返回</a></div>
</form>${scriptTag('letter-suggestions')}`
}

const aboutPersonalData = (agency: Agency, retention: RetentionInput | undefined) =>
  personalDataNotice(agency, {
    why: '办理来信，核实情况，把答复告诉您，没有别的用途。',
    what: '姓名、联系电话、电子邮箱、来信内容和附件。信箱没有要求的可以不填。',
    how: '加密保存，只有承办人可以查看，每次查看都有记录。您同意公开的，隐去个人信息以后公开；不同意的不公开。',
    retention,
    from: '办结后',
    rights: html`可以凭来信编号和查询码<a href="/letters/track">查看您写的内容、更正电话和邮箱、删除姓名和联系方式、撤回来信</a>；要复制或者更正其他内容的`,
  })

/** A setting of each mailbox: required where all want it, said by name where only some do. */
function needed(mailboxes: readonly Mailbox[], what: 'name_required' | 'phone_required') {
  const wanting = mailboxes.filter((box) => box[what])
  if (mailboxes.length > 0 && wanting.length === mailboxes.length) return { required: true }
  if (wanting.length === 0) return { hint: '可以不填。' }
  return { hint: `写给${wanting.map(({ name }) => name).join('、')}的必须填写，其他信箱可以不填。` }
}

function filesField({ errors }: Filled, mailboxes: readonly Mailbox[]): Html | '' {
  const most = Math.max(0, ...mailboxes.map((box) => box.attachments_most))
  if (most === 0) return ''
  const wrong = errors.files ? html`<span class="wrong" id="files-error">${errors.files}</span>` : ''
  return html`<div class="field"><label for="files">附件</label><span class="hint" id="files-hint">最多${most}个，每个不超过${attachmentLimitBytes / 1024 / 1024}MB：图片、PDF、Word、Excel或者文本。附件加密保存，不会原样公开。页面提示修改后需要重新选择附件。</span>${wrong}<input id="files" name="files" type="file" multiple aria-describedby="files-hint${errors.files ? ' files-error' : ''}" accept=".jpg,.jpeg,.png,.gif,.webp,.pdf,.doc,.docx,.xls,.xlsx,.txt,.csv"></div>`
}

function foundBefore(found: readonly AnsweredBefore[]): Html {
  if (found.length === 0)
    return html`<section class="notice" id="found"><p>没有找到相近的公开答复，请继续填写并提交。</p></section>`
  const rows = found.map(
    ({ title, href, excerpt }) =>
      html`<li><a href="${href}" target="_blank" rel="noopener">${title}<span class="quiet">（新窗口打开）</span></a><p>${excerpt}</p></li>`,
  )
  return html`<section class="notice" id="found" aria-labelledby="found-title"><h2 id="found-title">这些答复也许能解决您的问题</h2><ol class="hits">${join(rows)}</ol><p>没有解决的，请在下面继续提交，您填写的内容都在。</p></section>`
}
