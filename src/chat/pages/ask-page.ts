import type { AnsweredBefore, readLetterRetentionOrNone } from '#letters'
import { type Html, html, join } from '#platform/html'
import { type Agency, errorSummary, type Filled, personalDataNotice, textArea, textField } from '#site'
import { messageMost } from '../contract.ts'
import type { Service } from '../service-hours.ts'

const hoursText = ({ hours }: Service) => hours.map(({ from, until }) => `${from}至${until}`).join('，')

function serviceNotice(service: Service): Html {
  const now = service.open
    ? html`<strong>坐席在线</strong>，现在可以人工答复。`
    : html`<strong>${service.inHours ? '现在没有坐席在线' : '现在不在服务时间'}</strong>，您可以先看参考答复；没有解决的，一键转为来信。`
  return html`<div class="notice"><p>${now}</p><p>服务时间：工作日${hoursText(service)}。</p></div>`
}

const questionFields = (filled: Filled) => html`
${textArea(filled, { name: 'question', label: '您的问题', required: true, rows: 5, most: messageMost, hint: '请不要写身份证号码、银行卡号等与问题无关的个人信息。' })}
${textField(filled, { name: 'author', label: '称呼', autocomplete: 'name', most: 50, hint: '可以不填。' })}
${textField(filled, { name: 'telephone', label: '联系电话', type: 'tel', autocomplete: 'tel', most: 30, hint: '可以不填。填写后，会话没有办完时我们可以联系您。' })}
`

/** Whose period counts, and whom to turn to. */
export type About = { agency: Agency; retention: Awaited<ReturnType<typeof readLetterRetentionOrNone>> }

const consent = ({
  agency,
  retention,
}: About) => html`<p class="quiet">提交即同意我们为答复您的问题处理您填写的内容：称呼、电话和会话内容加密保存，不公开，只有办理人员可以查看，每次查看都有记录。</p>
<details><summary>我们怎样处理您的个人信息：保存多久，您有哪些权利，怎样联系我们</summary>${personalDataNotice(
  agency,
  {
    why: '答复您的问题；没有办完时与您联系，没有别的用途。',
    what: '称呼、联系电话和会话内容，称呼和电话可以不填。',
    how: '加密保存，不公开，只有办理人员可以查看，每次查看都有记录。',
    retention,
    from: '会话结束后',
    rights: html`可以凭会话编号和查询码<a href="/chat/track">查看您说过的内容</a>；要复制、更正或者删除的`,
  },
)}</details>`

type Asked = { key: string; service: Service; about: About }

/** The first step: nothing is kept yet. */
export function askPage(filled: Filled, { key, service, about }: Asked): Html {
  return html`<h1>在线交流</h1>
${errorSummary(filled)}
${serviceNotice(service)}
<form class="form" method="post" action="/chat/answers" novalidate>
<input type="hidden" name="key" value="${key}">
${questionFields(filled)}
<p class="trap" hidden><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></p>
${consent(about)}
<div class="actions"><button>提问</button></div>
</form>
<p><a href="/chat/track">回到已有的会话</a></p>`
}

type Found = Asked & { found: readonly AnsweredBefore[]; challenge: Html }

/** The second step: what everybody may read already, and the way on to an agent or into the mailbox, with what was typed. */
export function foundPage(filled: Filled, { key, service, about, found, challenge }: Found): Html {
  return html`<h1>在线交流</h1>
${errorSummary(filled)}
${found.length ? answers(found) : html`<div class="notice"><p>没有找到可以参考的答复。</p></div>`}
<h2>${found.length ? '没有解决' : '继续'}</h2>
${serviceNotice(service)}
<form class="form" method="post" action="${service.open ? '/chat/talks' : '/chat/letters'}" novalidate>
<input type="hidden" name="key" value="${key}">
${questionFields(filled)}
<p class="trap" hidden><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></p>
${challenge}
${consent(about)}
<div class="actions">${service.open ? html`<button>请坐席答复</button><button class="plain" formaction="/chat/letters">转为来信</button>` : html`<button>转为来信</button>`}<button class="plain" formaction="/chat/answers">改过问题，再找一次</button></div>
</form>`
}

function answers(found: readonly AnsweredBefore[]): Html {
  const rows = found.map(
    ({ title, href, excerpt, entry }) =>
      html`<li><a href="${href}" target="_blank" rel="noopener">${title}<span class="quiet">（新窗口打开）</span></a><p>${excerpt}</p>${entry ? solved(entry, title) : ''}</li>`,
  )
  return html`<section class="notice" aria-labelledby="found-title"><h2 id="found-title">是否已经解决您的问题？</h2><p>以下是公开的参考答复，由系统按相近的词找出。</p><ol class="hits">${join(rows)}</ol></section>`
}

const solved = ({ id, solved }: { id: number; solved: number }, title: string) =>
  html`<form class="actions" method="post" action="/chat/solved"><input type="hidden" name="entry" value="${id}"><button class="plain" aria-label="解决了我的问题：${title}">解决了我的问题</button>${solved ? html`<span class="quiet">已有${solved}人表示解决了问题。</span>` : ''}</form>`

export const solvedPage = (): Html =>
  html`<h1>问题已经解决</h1><p>感谢您的反馈，您填写的内容没有保存。</p><p><a href="/chat">再问一个问题</a></p>`
