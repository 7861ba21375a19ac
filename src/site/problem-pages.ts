import { type Html, html } from '#platform/html'
import type { Agency } from './agency.ts'
import { sitePage } from './page.ts'

export function notFoundPage(agency: Agency): Html {
  return sitePage(agency, {
    title: `没有找到页面 - ${agency.siteName}`,
    main: html`<section class="card"><h1>没有找到您要的页面</h1>
<p>网址可能有误，或者内容已经移动。您可以：</p>
<ul><li><a href="/">回到首页</a></li><li>在<a href="/site-map">网站地图</a>里按栏目查找</li></ul></section>`,
  })
}

export function gonePage(agency: Agency, withdrawn: { title: string; on: string; reason: string }): Html {
  return sitePage(agency, {
    title: `信息已撤下 - ${agency.siteName}`,
    main: html`<section class="card"><h1>这条信息已经撤下</h1>
<p>撤下日期：${withdrawn.on}。原因：${withdrawn.reason}</p>
<p>需要了解相关情况，请在<a href="/site-map">网站地图</a>里查找其他信息。</p></section>`,
  })
}

/** Any other "no": what happened, what to do next, and the number to quote on the telephone. */
export function problemPage(
  agency: Agency,
  problem: { status: number; text: string; requestId: string },
): Html {
  const title = problem.status === 404 ? '没有找到' : '暂时不能办理'
  const telephone = agency.telephone ? html`<li>拨打${agency.telephone}咨询。</li>` : ''
  const main = html`<section class="card"><h1>${title}</h1><p>${problem.text}</p>
<p>您可以：</p><ul><li>返回<a href="/">首页</a>。</li><li>在<a href="/site-map">网站地图</a>中查找。</li>${telephone}</ul>
<p class="quiet">故障编号：${problem.requestId}</p></section>`
  return sitePage(agency, { title: `${title} - ${agency.siteName}`, main })
}
