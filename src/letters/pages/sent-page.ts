import { type Html, html, join } from '#platform/html'
import { eventsForSender, letterEventLabels, letterStatusLabels, ratingLabels } from '../labels.ts'
import { senderMay } from '../letter.ts'
import { refusalNotice } from '../notice.ts'
import type { Sent } from '../track-letter.ts'
import { fileSize } from './file-size.ts'

export type Keyed = { number: string; code: string }

const lines = (text: string) => join(text.split(/\n+/).map((line) => html`<p>${line}</p>`))

/** What the sender sees; number and code travel in the forms, never in an address. `problem`: why the last step did not happen. */
export function sentPage(sent: Sent, key: Keyed, problem = ''): Html {
  const { letter, events, replies, files } = sent
  const hidden = html`<input type="hidden" name="number" value="${key.number}"><input type="hidden" name="code" value="${key.code}">`
  const shown = events.filter(({ kind }) => eventsForSender.has(kind))
  return html`<h1>来信 ${letter.number}</h1>
${problem ? html`<div class="problem" role="alert"><h2>${problem}</h2></div>` : ''}
<div class="notice"><p><strong>${letterStatusLabels[letter.status]}</strong></p>${standing(sent)}</div>
${ownWords(sent)}
${join(replies.map((reply, at) => html`<h2>${replies.length > 1 ? `第${at + 1}次答复` : '答复'}${reply.on ? html`<span class="quiet">${reply.on}</span>` : ''}</h2><div class="prose">${lines(reply.text)}</div>`))}
${files.length ? html`<h2>答复附件</h2>${join(files.map((file) => fileForm(file, hidden)))}` : ''}
${rating(sent, hidden)}
<h2>办理过程</h2><ol class="timeline">${join(shown.map((event) => html`<li><time>${event.on}</time>${letterEventLabels[event.kind] ?? event.kind}</li>`))}</ol>
${further(sent, hidden)}`
}

/** A form, because the code is in no address. */
const fileForm = (file: Sent['files'][number], hidden: Html): Html =>
  html`<form method="post" action="/letters/track/file" class="actions">${hidden}<button name="file" value="${file.id}">下载 ${file.name}（${fileSize(file.sizeBytes)}）</button></form>`

function standing({ letter, events, followUps }: Sent): Html {
  const note = events.findLast(({ kind }) => kind === 'refused' || kind === 'routed')?.detail.note
  const told = refusalNotice(letter, typeof note === 'string' ? note : '')
  const open = followUps.find(({ closedOn }) => !closedOn)
  const waits = ['received', 'handling', 'in_approval'].includes(letter.status)
  const due = open?.dueOn ?? (waits && !letter.repliedOn ? letter.dueOn : null)
  return html`${told ? html`<p>${told}</p>` : ''}
${letter.refusalGround === 'disclosure_request' ? html`<p><a href="/requests/new">去提交政府信息公开申请</a></p>` : ''}
${letter.status === 'merged' ? html`<p>您的来信与其他来信反映同一事项，已合并办理，${letter.repliedOn ? '合并办理的答复如下' : '答复会同时告知您'}。</p>` : ''}
${open?.cause === 'bad_rating' ? html`<p>您对答复不满意，我们会再次了解情况。</p>` : ''}
${due ? html`<p>最迟于${due}${open && !waits ? '完成回访' : '答复'}。</p>` : ''}`
}

/** The sender's right to see what is kept. Law: PIPL art. 45. */
function ownWords({ written, attachments }: Sent): Html {
  if (!written) return html`<p class="quiet">来信原文和个人信息保存期满，已经删除。</p>`
  const { author, telephone, email, subject, body } = written
  const given = (
    [
      ['姓名', author],
      ['联系电话', telephone],
      ['电子邮箱', email],
    ] as const
  ).filter(([, text]) => text)
  return html`<h2>您写的内容</h2>
${given.length ? html`<dl class="table">${join(given.map(([label, text]) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`))}</dl>` : ''}
<div class="prose"><p><strong>${subject}</strong></p>${lines(body)}</div>
${attachments ? html`<p class="quiet">随信收到附件${attachments}个。</p>` : ''}`
}

function rating({ letter }: Sent, hidden: Html): Html | '' {
  if (letter.rating !== null) return html`<p>您的评价：${ratingLabels[letter.rating - 1]}。感谢您的参与。</p>`
  if (!senderMay(letter.status, 'rate') || !letter.repliedOn) return ''
  const buttons = ratingLabels.map(
    (label, at) => html`<button name="rating" value="${at + 1}">${label}</button>`,
  )
  return html`<h2>您对答复满意吗</h2><form method="post" action="/letters/track/rating" class="actions">${hidden}${join(buttons)}</form><p class="quiet">点一下就完成评价，只能评价一次。</p>`
}

function further({ letter, replies, written }: Sent, hidden: Html): Html {
  const form = (summary: string, path: string, inside: Html, button: string) =>
    html`<details><summary>${summary}</summary><form class="form" method="post" action="/letters/track/${path}">${hidden}${inside}<div class="actions"><button>${button}</button></div></form></details>`
  const parts: (Html | '')[] = [
    senderMay(letter.status, 'object') && replies.length > 0
      ? form(
          '对答复有疑问，继续追问',
          'objection',
          html`<div class="field"><label for="words">还有什么问题没有解决</label><textarea id="words" name="words" rows="4" maxlength="5000" required></textarea></div>`,
          '提交追问',
        )
      : '',
    senderMay(letter.status, 'correct_contact') && !letter.nameWithdrawn && written
      ? form(
          '更正电话和邮箱',
          'contact',
          html`<div class="field"><label for="telephone">联系电话</label><input id="telephone" name="telephone" type="tel" autocomplete="tel" maxlength="30" value="${written.telephone}"></div><div class="field"><label for="email">电子邮箱</label><input id="email" name="email" type="email" autocomplete="email" maxlength="100" value="${written.email}"></div>`,
          '保存更正',
        )
      : '',
    senderMay(letter.status, 'withdraw_name') && !letter.nameWithdrawn
      ? form(
          '删除我的姓名和联系方式',
          'name-withdrawal',
          html`<p>删除后不能恢复，我们不能再打电话联系您；来信继续办理，仍可凭查询码查看答复。</p>`,
          '确定删除',
        )
      : '',
    senderMay(letter.status, 'withdraw')
      ? form('撤回来信', 'withdrawal', html`<p>撤回后不再公开；尚未答复的不再办理。</p>`, '确定撤回')
      : '',
  ]
  return html`${join(parts.filter((part): part is Html => part !== ''))}`
}
