import { scriptTag } from '#platform/browser-scripts'
import { dayOf } from '#platform/clock'
import { type Html, html, join } from '#platform/html'
import { errorSummary, type Filled, textArea, textField, unfilled } from '#site'
import { messageMost } from '../contract.ts'
import { citizenMay, type Talk } from '../talk.ts'
import type { Tracked } from '../track-talk.ts'
import type { Keyed } from './show.ts'

const names = { citizen: '您', agent: '坐席' } as const

/** What stands above the words: in one sentence, also for the script that asks again and again. */
export function standingOf({ talk, before }: Pick<Tracked, 'talk' | 'before'>): string {
  if (talk.status === 'waiting')
    return before
      ? `正在等待坐席，前面还有${before}位。您可以继续补充，也可以转为来信。`
      : '正在等待坐席接入。您可以继续补充，也可以转为来信。'
  if (talk.status === 'talking') return '坐席已经接入。'
  if (talk.outcome === 'turned_into_letter') return '会话已经结束，您的问题已经转为来信。'
  if (talk.outcome === 'turned_into_request')
    return '会话已经结束，您的问题已经转给政府信息公开工作机构办理。'
  return talk.answered
    ? '会话已经结束。'
    : '会话已经结束，没有等到坐席答复。您可以把问题转为来信，不需要重新填写。'
}

/** 14:05, in Shanghai; with the day when it is another. */
const timeText = (at: Date): string => {
  const [hours, minutes] = [(at.getUTCHours() + 8) % 24, at.getUTCMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${hours}:${minutes}`
}
export const shownMessage = ({ id, author, body, at }: Tracked['messages'][number]) => ({
  id,
  author,
  name: names[author],
  body,
  time: timeText(at),
})

type Parts = { key: string; filled?: Filled }

/** Works without scripts: the button that looks for news takes what is typed along. Number and code stay in forms. */
export function talkPage(tracked: Tracked, keyed: Keyed, { key, filled = unfilled }: Parts): Html {
  const { talk, messages } = tracked
  const hidden = html`<input type="hidden" name="number" value="${keyed.number}"><input type="hidden" name="code" value="${keyed.code}">`
  const rows = messages.map((one) => {
    const { author, name, body, time } = shownMessage(one)
    return html`<li class="${author}" data-id="${one.id}"><p class="quiet">${name} <time datetime="${one.at.toISOString()}">${dayOf(one.at)} ${time}</time></p><p class="words">${body}</p></li>`
  })
  return html`<h1>会话 ${talk.number}</h1>
${errorSummary(filled)}
<p class="notice" id="standing" role="status">${standingOf(tracked)}</p>
<div role="log" aria-label="会话内容"><ol class="talk" id="messages">${join(rows)}</ol></div>
${citizenMay(talk.status, 'say') ? messageForm(hidden, key, filled) : refreshForm(hidden)}
${rating(talk, hidden)}
${ways(talk, hidden)}
<details${talk.status === 'waiting' ? html` open` : ''}><summary>离开以后怎样回到这次会话</summary><p>在<a href="/chat/track">在线交流查询页</a>填写编号和查询码。请不要告诉他人。</p><dl class="receipt"><dt>会话编号</dt><dd>${talk.number}</dd><dt>查询码</dt><dd>${keyed.code}</dd></dl></details>
${scriptTag('chat-talk')}`
}

const messageForm = (hidden: Html, key: string, filled: Filled) =>
  html`<form class="form" id="say" method="post" action="/chat/track/messages" novalidate data-updates="/chat/track/updates">${hidden}<input type="hidden" name="key" value="${key}">
${textArea(filled, { name: 'body', label: '继续写', rows: 3, most: messageMost })}
<div class="actions"><button>发送</button><button class="plain" formaction="/chat/track">看有没有新消息（已写的会保留）</button></div></form>`

const refreshForm = (hidden: Html) =>
  html`<form class="actions" method="post" action="/chat/track">${hidden}<button class="plain">刷新</button></form>`

function rating(talk: Talk, hidden: Html): Html | '' {
  if (talk.solved !== null)
    return html`<p>您的评价：${talk.solved ? '解决了' : '没有解决'}。感谢您的参与。</p>`
  if (!talk.answered || !citizenMay(talk.status, 'rate')) return ''
  return html`<h2>您的问题解决了吗</h2><form method="post" action="/chat/track/rating" class="actions">${hidden}<button name="solved" value="yes">解决了</button><button name="solved" value="no" class="plain">没有解决</button></form><p class="quiet">点一下就完成评价，只能评价一次。</p>`
}

function ways(talk: Talk, hidden: Html): Html {
  const settled = talk.letterId !== null || talk.requestId !== null || talk.awaitsRegistration
  const form = (path: string, button: string) =>
    html`<form method="post" action="/chat/track/${path}">${hidden}<button class="plain">${button}</button></form>`
  return html`<div class="actions">${settled ? '' : form('letter', '转为来信')}${talk.letterId !== null ? form('letter', '查看来信编号和查询码') : ''}${citizenMay(talk.status, 'leave') ? form('leaving', '结束会话') : ''}</div>`
}

export function trackingForm(filled: Filled): Html {
  return html`<h1>回到会话</h1>
${errorSummary(filled)}
<form class="form" method="post" action="/chat/track" novalidate>
${textField(filled, { name: 'number', label: '会话编号', required: true, most: 100, hint: '会话页面上的编号，例如 T2018-00001。' })}
${textField(filled, { name: 'code', label: '查询码', required: true, most: 20, hint: '会话页面上的十位字母和数字，不区分大小写。' })}
<div class="actions"><button>进入会话</button></div>
</form>`
}
