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
