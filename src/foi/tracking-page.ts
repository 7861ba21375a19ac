import { type Html, html, join } from '#platform/html'
import { errorSummary, type Filled, textArea, textField } from '#site'
import type { CountedDay, DueDate } from './clock/explain.ts'
import { eventLabels, outcomeLabels, publicEventKinds } from './labels.ts'
import { downloadList } from './release/download-list.ts'
import { remediesText } from './remedies-text.ts'
import type { Receipt } from './submit-request.ts'
import type { Tracking } from './track-request.ts'

export function trackingForm(filled: Filled): Html {
  return html`<h1>查询申请的办理情况</h1>
${errorSummary(filled)}
<form class="form" method="post" action="/requests/track" novalidate>
${textField(filled, { name: 'number', label: '申请编号', required: true, most: 100, hint: '回执上的编号，例如 2018-0001。' })}
${textField(filled, { name: 'code', label: '查询码', required: true, most: 20, hint: '回执上的十位字母和数字，不区分大小写。' })}
<div class="actions"><button>查询</button></div>
</form>
<p class="quiet">回执丢失的，请携带证件到信息公开工作机构查询，或者拨打电话由工作人员核对身份后告知。</p>`
}

export function receiptPage(receipt: Receipt): Html {
  return html`<h1>申请已经提交</h1>
<p>请保存以下编号和查询码（拍照、抄写或者打印），凭这两项查询进度和领取答复。</p>
<dl class="receipt"><dt>申请编号</dt><dd>${receipt.number}</dd><dt>查询码</dt><dd>${receipt.queryCode}</dd></dl>
<ol class="steps"><li>我们会与您联系，确认收到申请。确认之日为收到申请之日。（条例第三十一条）</li><li>自收到之日起20个工作日内答复；需要延长的会告知您，延长不超过20个工作日。（第三十三条）</li><li>内容不明确的，7个工作日内一次告知您补正，补正后重新计算期限。（第三十条）</li><li>答复在查询页面公布给您，也按您选择的方式送达。</li></ol>
<form method="post" action="/requests/track" class="actions"><input type="hidden" name="number" value="${receipt.number}"><input type="hidden" name="code" value="${receipt.queryCode}"><button>查看办理情况</button></form>`
}

const waits = {
  correction: '等待您补正申请内容，收到补正后重新计算期限。',
  payment: '等待您缴纳信息处理费，缴费后重新计算期限。',
  consultation: '正在书面征求第三方或者其他机关的意见，等待的时间不计入期限。',
}
const reasons: Record<CountedDay['reason'], string> = {
  weekday: '工作日',
  make_up: '调休上班',
  weekend: '周末',
  holiday: '法定节假日',
  third_party: '征求第三方意见，不计入期限',
  other_agency: '征求其他机关意见，不计入期限',
}

/** State, next date and why. The number and the code travel in the forms, never in an address. */
export function trackingPage(tracking: Tracking, key: { number: string; code: string }): Html {
  const { request, due, events, answer } = tracking
  const shown = events.filter((event) => publicEventKinds.has(event.kind))
  const lines = shown.map(
    (event) => html`<li><time>${event.on}</time>${eventLabels[event.kind] ?? event.kind}</li>`,
  )
  return html`<h1>申请 ${request.number}</h1>
${state(tracking)}
${due ? dueDate(due) : ''}
${request.outcome ? html`<h2>答复</h2><p><strong>${outcomeLabels[request.outcome]}</strong>${answer ? html`（${answer.legalBasis}）` : ''}</p>` : ''}
${answer && request.answeredOn ? html`<div class="prose">${join(answer.body.split(/\n+/).map((line) => html`<p>${line}</p>`))}<p class="quiet">${remediesText(answer.outcome, request.answeredOn)}</p></div>` : ''}
${downloadList(tracking.downloads, key)}
<h2>办理过程</h2><ol class="timeline">${join(lines)}</ol>
${actions(tracking, key)}`
}

function state({ request, due }: Tracking): Html {
  if (request.answeredOn) return html`<div class="notice"><p>已于${request.answeredOn}办结。</p></div>`
  if (!request.receivedOn)
    return html`<div class="notice"><p>已提交，等待与您联系确认收到。请保持电话畅通。</p></div>`
  if (due?.waitsFor) return html`<div class="notice"><p>${waits[due.waitsFor]}</p></div>`
  return html`<div class="notice"><p>正在办理，最迟于<strong>${due?.dueOn ?? ''}</strong>答复。</p></div>`
}

function dueDate(due: DueDate): Html {
  if (due.days.length === 0) return html``
  const rows = due.days.map(
    (counted) =>
      html`<tr><td>${counted.day}</td><td>${counted.number ?? '不计'}</td><td>${counted.name ?? reasons[counted.reason]}</td></tr>`,
  )
  return html`<details><summary>这个日期是怎样算出来的</summary><p>${due.rulesName}：${due.receivedOn}收到，从${due.countedFrom}的次日起计算，共${due.workingDays}个工作日。</p><table class="figures"><thead><tr><th scope="col">日期</th><th scope="col">第几个工作日</th><th scope="col">说明</th></tr></thead><tbody>${join(rows)}</tbody></table></details>`
}

function actions({ request, due, events }: Tracking, key: { number: string; code: string }): Html {
  if (request.answeredOn) return html``
  const hidden = html`<input type="hidden" name="number" value="${key.number}"><input type="hidden" name="code" value="${key.code}">`
  const notice = events.findLast((event) => event.kind === 'correction_notice')
  const correction =
    due?.waitsFor === 'correction'
      ? html`<h2>补正申请</h2><p>需要补正：${String(notice?.detail.items ?? '请写明所需信息的名称、文号或者其他特征。')}</p><form class="form" method="post" action="/requests/track/correction">${hidden}${textArea({ values: {}, errors: {} }, { name: 'words', label: '补正的内容', required: true })}<div class="actions"><button>提交补正</button></div></form>`
      : ''
  return html`${correction}<details><summary>撤回申请</summary><form class="form" method="post" action="/requests/track/withdrawal">${hidden}<p>撤回后本机关不再办理，您可以另行申请。</p><div class="actions"><button>确定撤回</button></div></form></details>`
}
