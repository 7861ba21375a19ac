import { type Html, html, join } from '#platform/html'
import type { ApplicationInput } from './contract.ts'
import { applicantKindLabels, deliveryLabels, formLabels, helpLabels, identityKindLabels } from './labels.ts'
import type { Offers } from './offers.ts'

type Review = {
  input: ApplicationInput
  key: string
  proofName: string
  offers: Offers
  challenge: Html
  error: string
}

/**
 * Before it is sent: what may already answer the question, and what was typed, to check and to change.
 * Law: Order 711 art. 36 (1) and art. 44. Source: WCAG 2.1, 3.3.4 (legal commitments are checked first).
 */
export function reviewPage({ input, key, proofName, offers, challenge, error }: Review): Html {
  const hidden = Object.entries(input).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const facts = factsOf(input, proofName).filter(([, value]) => value)
  return html`<h1>请核对后提交</h1>
${error ? html`<div class="problem" role="alert"><p><a href="#challengeAnswer">${error}</a></p></div>` : ''}
${offered(offers)}
<h2>您填写的内容</h2>
<dl class="table">${join(facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
<form class="form" method="post" action="/requests" novalidate>
<input type="hidden" name="key" value="${key}">${join(hidden)}
${challenge}
<div class="actions"><button name="step" value="send">提交申请</button><button class="second" name="step" value="edit">返回修改</button></div>
</form>
<p class="quiet">提交后得到编号和查询码。提交后10分钟内还可以修改申请的内容，办结之前可以撤回。</p>`
}

function factsOf(input: ApplicationInput, proofName: string): (readonly [string, string])[] {
  return [
    ['申请人类型', applicantKindLabels[input.applicantKind]],
    [input.applicantKind === 'natural_person' ? '姓名' : '单位名称', input.name],
    [identityKindLabels[input.identityKind], input.identityNumber],
    ['身份证明', proofName],
    ['法定代表人或者负责人', input.representative],
    ['联系人', input.contactName],
    ['联系电话', input.telephone],
    ['电子邮箱', input.email],
    ['通信地址', input.address],
    ['传真号码', input.fax],
    ['需要的帮助', input.help === 'none' ? '' : helpLabels[input.help]],
    ['所需信息', input.description],
    ['文号', input.documentNumber],
    ['信息的形式', formLabels[input.formWanted]],
    ['获取方式', deliveryLabels[input.delivery]],
  ]
}

/** Unit: characters. */
const beginning = 120
const beginningOf = (answer: string): string => {
  const letters = [...answer]
  return letters.length > beginning ? `${letters.slice(0, beginning).join('')}……` : answer
}

/** Each opens beside the form, so that nothing typed is lost. */
function offered({ published, answered }: Offers): Html {
  if (published.length + answered.length === 0) return html``
  const items = published.map(
    ({ id, title, publishedOn, documentNumber }) =>
      html`<li><a href="/articles/${id}" target="_blank" rel="noopener">${title}（在新窗口打开）</a><p class="quiet">${documentNumber ?? ''}　<time>${publishedOn}</time></p></li>`,
  )
  const answers = answered.map(
    ({ number, words, answer, answeredOn }) =>
      html`<li>${words}${answer ? html`<p>${beginningOf(answer)}</p>` : ''}<p class="quiet"><a href="/requests/log?${new URLSearchParams({ q: number })}" target="_blank" rel="noopener">看答复 ${number}（在新窗口打开）</a>　<time>${answeredOn ?? ''}</time></p></li>`,
  )
  return html`<section class="notice"><h2>这些可能就是您要的，不必申请就能看</h2>
${items.length ? html`<h3>已经公开的信息</h3><ul>${join(items)}</ul>` : ''}
${answers.length ? html`<h3>以前答复过的相近申请</h3><ul>${join(answers)}</ul><p><a href="/requests/log" target="_blank" rel="noopener">看答复目录（在新窗口打开）</a></p>` : ''}
<p>都不是的，请继续提交。</p></section>`
}
