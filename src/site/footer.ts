import { type Html, html, join } from '#platform/html'
import type { Agency } from './agency.ts'
import { icon, markPlaceholder } from './icons.ts'

/** Every element that the footer must have. Source: rules.md 3.4. */
export function footer(agency: Agency): Html {
  const { icpNumber, icpUrl, policeNumber, policeUrl, policeMarkImage } = agency
  const policeMark = policeMarkImage ? html`<img src="${policeMarkImage}" width="20" height="20" alt="">` : ''
  const facts: (readonly [string, string | Html])[] = [
    ['主办单位', agency.hostName],
    ['地址', agency.address],
    ['联系电话', agency.telephone],
    ['网站标识码', agency.siteIdCode],
    ['ICP备案号', icpNumber && linked(icpNumber, icpUrl)],
    ['公安机关备案号', policeNumber && linked(html`${policeMark}${policeNumber}`, policeUrl)],
  ]
  const known = facts.filter(([, value]) => value)
  return html`<footer class="foot"><div class="wide"><ul class="links">
<li><a href="/site-map">网站地图</a></li><li><a href="/guide">公开指南</a></li><li><a href="/catalogue">公开目录</a></li><li><a href="/reports">年度报告</a></li><li><a href="/statistics">统计数据</a></li><li><a href="/feed.atom">订阅</a></li>
</ul>
${known.length ? html`<dl>${join(known.map(([name, value]) => html`<div><dt>${name}：</dt><dd>${value}</dd></div>`))}</dl>` : ''}
<div class="marks">${officeMark(agency)}<a class="mark" href="/site-errors/new">${icon('wrong')}<span>我为政府网站找错<small>发现错误，请告诉我们</small></span></a></div></div></footer>`
}

/** A record with the page of the body that keeps it. */
const linked = (text: string | Html, url: string): string | Html =>
  url ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : text

/** 党政机关网站标识: what the registration office issued, else a placeholder of our own that says so. */
function officeMark({ officeMarkUrl, officeMarkImage }: Agency): Html {
  const picture = officeMarkImage
    ? html`<img src="${officeMarkImage}" width="36" height="36" alt="">`
    : markPlaceholder
  const words = html`<span>党政机关网站标识${officeMarkUrl || officeMarkImage ? '' : html`<small>待登记机构核发</small>`}</span>`
  return officeMarkUrl
    ? html`<a class="mark" href="${officeMarkUrl}" rel="noopener noreferrer">${picture}${words}</a>`
    : html`<span class="mark">${picture}${words}</span>`
}
