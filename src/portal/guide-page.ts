import { remediesGuide } from '#foi'
import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { listSections } from './store.ts'

/** 信息公开指南: classification, arrangement, ways of access, the office, and the remedies of today. Law: Order 711 art. 12 ¶2, 51. */
export async function guidePage({ db, clock }: Platform): Promise<Html> {
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const office: (readonly [string, string])[] = [
    ['机构名称', agency.disclosureOffice || agency.hostName],
    ['办公地址', agency.address],
    ['办公时间', agency.officeHours],
    ['联系电话', agency.telephone],
    ['传真号码', agency.fax],
    ['电子邮箱', agency.email],
  ]
  const known = office.filter(([, value]) => value)
  const top = sections.filter((section) => section.parent_id === null)
  return sitePage(agency, {
    title: `信息公开指南 - ${agency.siteName}`,
    channel: '/guide',
    trail: [{ href: '/', text: '首页' }],
    main: html`<article class="card prose"><h1>信息公开指南</h1>
<h2>一、信息的分类和编排</h2>
<p>本机关公开的信息按栏目分类，每条信息有一个索引号。索引号由机构代码、公开年份和流水号组成。现有以下栏目：</p>
<ul class="inline">${join(top.map((s) => html`<li><a href="/sections/${s.code}">${s.name}</a></li>`))}</ul>
<h2>二、怎样获取主动公开的信息</h2>
<ul><li>在<a href="/catalogue">信息公开目录</a>里按发布时间和栏目查找</li><li>用<a href="/search">站内搜索</a>查找标题、文号和正文</li><li>用栏目页面的订阅地址及时获知新信息</li><li>用<a href="/open-data">开放数据接口</a>批量读取</li></ul>
<h2>三、怎样申请公开</h2>
<p>主动公开以外的政府信息，公民、法人和其他组织都可以<a href="/requests">申请获取</a>。申请应当写明申请人的姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者便于查询的其他特征，以及获取信息的方式。</p>
<p>能够当场答复的，当场答复；不能当场答复的，自收到申请之日起20个工作日内答复。需要延长的，延长不超过20个工作日，并会告知申请人。（《中华人民共和国政府信息公开条例》第二十九条、第三十三条）</p>
<h2>四、信息公开工作机构</h2>
${known.length ? html`<dl class="table">${join(known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>` : html`<p>联系方式尚未登记，请看页面底部。</p>`}
<h2>五、监督和救济</h2>
<p>认为本机关未依法履行公开义务的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。（《中华人民共和国政府信息公开条例》第五十一条）</p>
${join(remediesGuide(clock.today(), agency).map((text) => html`<p>${text}</p>`))}</article>`,
  })
}
