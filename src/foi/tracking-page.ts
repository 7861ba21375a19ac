import { type Html, html, join } from '#platform/html'
import { lawText } from '#platform/law'
import { errorSummary, type Filled, textArea, textField, wideTable } from '#site'
import type { Answer } from './answer-store.ts'
import type { CountedDay } from './clock/explain.ts'
import { daySpans, provisionalWords, stepInWords } from './clock/in-words.ts'
import type { CaseDue, CaseEvent } from './events.ts'
import { eventLabels, outcomeInWords, publicEventKinds } from './labels.ts'
import { partsInWords } from './part-words.ts'
import { downloadList } from './release/download-list.ts'
import type { Tracking } from './track-request.ts'

export function trackingForm(filled: Filled): Html {
  return html`<h1>查询申请的办理情况</h1>
${errorSummary(filled)}
<form class="form" method="post" action="/requests/track" novalidate>
${textField(filled, { name: 'number', label: '申请编号', required: true, most: 100, hint: '回执上的编号，例如 2018-0001。' })}
${textField(filled, { name: 'code', label: '查询码', required: true, most: 20, hint: '回执上的十位字母和数字，不区分大小写。' })}
<div class="actions"><button>查询</button></div>
</form>
<p class="quiet">回执丢失的，请携带证件到信息公开工作机构，或者拨打电话，由工作人员核对身份后重新发放查询码，原来的查询码随即失效。</p>`
}

const waits = {
  correction: (by: string) =>
    html`等待您补正申请内容${by ? html`，请于<strong>${by}</strong>前（含当日）补正` : ''}，收到补正后重新计算期限。`,
  payment: (by: string) =>
    html`等待您缴纳信息处理费${by ? html`，请于<strong>${by}</strong>前（含当日）缴纳` : ''}，缴费后重新计算期限。`,
}
/** State, next date and why. The number and the code travel in the forms, never in an address. */
export function trackingPage(tracking: Tracking, key: Key, filled: Filled): Html {
  const { request, due, events, answer } = tracking
  const shown = events.filter((event) => publicEventKinds.has(event.kind))
  const lines = shown.map(
    (event) => html`<li><time>${event.on}</time>${eventLabels[event.kind] ?? event.kind}</li>`,
  )
  return html`<h1>申请 ${request.number}</h1>
${filled.errors.state ? html`<div class="problem" role="alert"><p>${filled.errors.state}</p></div>` : errorSummary(filled)}
${state(tracking)}
${nextDate(tracking)}
${due ? dueDate(due) : ''}
${request.outcome ? html`<h2>答复</h2><p><strong>${outcomeInWords(request.outcome)}</strong>${answer ? html`（${answer.legalBasis}）` : ''}</p>` : ''}
${answer && request.answeredOn ? html`<div class="prose">${join(answer.body.split(/\n+/).map((line) => html`<p>${line}</p>`))}${partsOf(tracking, answer)}<p class="quiet">${tracking.remedies}</p></div>` : ''}
${downloadList(tracking.downloads, key)}
<h2>办理过程</h2><ol class="timeline">${join(lines)}</ol>
${request.answeredOn ? '' : actions(tracking, key, filled)}`
}

/** What happened to each part that was asked for. Law: Order 711 art. 37. */
function partsOf({ request }: Tracking, { parts }: Answer): Html {
  return join(partsInWords(parts, request.rules ?? '711').map((line) => html`<p>${line}</p>`))
}

type Key = { number: string; code: string }

function state({ request, due, nextOn, overdue }: Tracking): Html {
  if (request.answeredOn) return html`<div class="notice"><p>已于${request.answeredOn}办结。</p></div>`
  if (!request.receivedOn)
    return html`<div class="notice"><p>已提交，等待与您联系确认收到${nextOn ? html`，最迟于<strong>${nextOn}</strong>联系您` : '；还没有接到联系的，请拨打信息公开工作机构的电话'}。请保持电话畅通。确认之日起计算答复期限。</p></div>`
  if (due?.waitsFor && due.waitsFor !== 'consultation')
    return html`<div class="notice"><p>${waits[due.waitsFor](nextOn ?? '')}</p></div>`
  if (overdue) return late(due?.dueOn ?? '', overdue)
  const provisional = due && provisionalWords(due)
  return html`<div class="notice"><p>正在办理，最迟于<strong>${due?.dueOn ?? ''}</strong>答复${provisional ? `（${provisional}）` : ''}。</p></div>`
}

/** Said plainly: no answer came in time, whom to ask, and what the law allows. Law: Order 711 art. 51. */
function late(dueOn: string, { office, telephone, remedies }: NonNullable<Tracking['overdue']>): Html {
  const contact = [office, telephone && `电话${telephone}`].filter(Boolean).join('，')
  return html`<div class="problem" role="status"><p>答复期限<strong>${dueOn}</strong>已经过了，本机关还没有答复。申请仍在办理，您不需要重新申请。</p>${contact ? html`<p>催问请联系${contact}。</p>` : ''}<p>${remedies}</p></div>`
}

/** The other date that is awaited. */
function nextDate({ nextOn, nextPeriod }: Tracking): Html {
  if (!nextOn || !nextPeriod) return html``
  return html`<details><summary>${nextOn}是怎样算出来的</summary><p>${nextPeriod.words}（${lawText(nextPeriod.law)}）。</p>${dayTable(nextPeriod.days)}</details>`
}

function dayTable(days: readonly CountedDay[]): Html {
  const rows = daySpans(days).map(({ from, to, numbers, words }) => {
    const until = to === from ? '' : html` 至 <span class="nowrap">${to}</span>`
    const [first, last] = numbers ?? []
    const which = first === undefined ? '不计' : first === last ? `第${first}个` : `第${first}至${last}个`
    return html`<tr><td><span class="nowrap">${from}</span>${until}</td><td>${which}</td><td>${words}</td></tr>`
  })
  const table = html`<table class="figures"><thead><tr><th scope="col">日期</th><th scope="col">工作日</th><th scope="col">说明</th></tr></thead><tbody>${join(rows)}</tbody></table>`
  return wideTable('逐日说明', table)
}

/** Every step and every day; whom was asked and who approved stays inside the house. */
function dueDate(due: CaseDue): Html {
  const steps = due.steps.map((step) => html`<li>${stepInWords(step, { names: false })}</li>`)
  const days = due.days.length
    ? html`<p>从${due.countedFrom}的次日起逐日计算，共${due.workingDays}个工作日：</p>${dayTable(due.days)}`
    : ''
  return html`<details><summary>这个日期是怎样算出来的</summary><p>适用${due.rulesName}。</p><ol>${join(steps)}</ol>${days}</details>`
}

function actions(tracking: Tracking, { number, code }: Key, filled: Filled): Html {
  const { due, events, mayEdit, description } = tracking
  const hidden = html`<input type="hidden" name="number" value="${number}"><input type="hidden" name="code" value="${code}">`
  const latest = (kind: string) => events.findLast((event) => event.kind === kind)
  const edited = 'description' in filled.values ? filled : { values: { description }, errors: {} }
  return html`${due?.waitsFor === 'correction' ? correction(latest('correction_notice'), hidden, filled) : ''}
${due?.waitsFor === 'payment' ? payment(latest('fee_notice'), tracking.nextPeriod?.until ?? '', hidden, filled) : ''}
${mayEdit ? html`<details><summary>修改申请的内容（提交后10分钟内）</summary><form class="form" method="post" action="/requests/track/words">${hidden}${textArea(edited, { name: 'description', label: '所需信息', required: true })}<div class="actions"><button>保存修改</button></div></form></details>` : ''}
<details><summary>撤回申请</summary><form class="form" method="post" action="/requests/track/withdrawal">${hidden}<p>撤回后本机关不再办理，您可以另行申请。</p><div class="actions"><button>确定撤回</button></div></form></details>`
}

/** Law: Order 711 art. 30. */
function correction(notice: CaseEvent | undefined, hidden: Html, filled: Filled): Html {
  const items = String(notice?.detail.items ?? '请写明所需信息的名称、文号或者其他特征。')
  const until = notice?.detail.respondBy
  const limit = until ? html`<p>请在${until}前补正；没有正当理由逾期不补正的，视为放弃申请。</p>` : ''
  return html`<h2>补正申请</h2><p>需要补正：${items}</p>${limit}<form class="form" method="post" action="/requests/track/correction">${hidden}${textArea(filled, { name: 'words', label: '补正的内容', required: true })}<div class="actions"><button>提交补正</button></div></form>`
}

/** Source: 国办函〔2020〕109号 (basis, standard, amount, way; 20 working days). */
function payment(notice: CaseEvent | undefined, until: string, hidden: Html, filled: Filled): Html {
  const { amount, basis, way } = notice?.detail ?? {}
  const facts: [string, unknown][] = [
    ['应缴金额', amount === undefined ? '' : `${amount}元`],
    ['计算依据', basis],
    ['缴费方式', way],
    ['缴费期限', `${until ? `${until}前（含当日），` : ''}逾期未缴的视为放弃申请`],
  ]
  const known = facts.filter(([, value]) => value)
  return html`<h2>缴纳信息处理费</h2><dl class="table">${join(known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl><form class="form" method="post" action="/requests/track/payment">${hidden}${textField(filled, { name: 'paidOn', label: '缴费日期', type: 'date', required: true })}${textField(filled, { name: 'payment', label: '缴款书编号，或者汇款人和金额', required: true, most: 200 })}<div class="actions"><button>我已缴费</button></div></form>`
}
