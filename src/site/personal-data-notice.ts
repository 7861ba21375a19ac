import { type Html, html } from '#platform/html'
import type { Agency } from './agency.ts'

export type PersonalDataNotice = {
  /** Who handles it inside the agency; empty: the agency. */
  office?: string
  why: Html | string
  what: Html | string
  how: Html | string
  /** Undefined while the database is away. Unit: years after `from`. */
  retention: { years: number; basis: string } | undefined
  /** 答复后, 办结后. */
  from: string
  /** What else is said of the time: drafts and the like. */
  alsoKept?: string
  rights: Html | string
}

/** Said before anything is asked: who, why, what, how, how long, which rights and whom to turn to. Law: PIPL art. 17, art. 19, art. 44 to 47. */
export function personalDataNotice(agency: Agency, notice: PersonalDataNotice): Html {
  const { office = '', why, what, how, retention, from, alsoKept = '', rights } = notice
  const kept = retention
    ? `${from}保存${retention.years}年${retention.basis ? `（${retention.basis}）` : ''}`
    : '保存到档案规定的期限届满'
  return html`<dl class="table">
<div><dt>由谁处理</dt><dd>${agency.hostName || '本机关'}${office && office !== agency.hostName ? `，具体由${office}办理` : ''}</dd></div>
<div><dt>为了什么</dt><dd>${why}</dd></div>
<div><dt>收集什么</dt><dd>${what}</dd></div>
<div><dt>怎样处理</dt><dd>${how}</dd></div>
<div><dt>保存多久</dt><dd>${kept}，期满后删除${alsoKept ? `；${alsoKept}` : ''}。</dd></div>
<div><dt>您的权利</dt><dd>${rights}，请与我们联系${agency.telephone ? `：${agency.telephone}` : ''}。（《中华人民共和国个人信息保护法》第四十四条至第四十七条）</dd></div>
</dl>`
}
