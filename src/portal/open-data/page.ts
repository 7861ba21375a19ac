import type { z } from 'zod'
import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { documentKindLabels } from '#publishing'
import { readAgency, sitePage } from '#site'
import { listSections } from '../store.ts'
import { articlesQuery, mostItems, searchQuery } from './contract.ts'

/** What the interface gives, its terms, and a form to try each part of it, from the schema that checks it. */
export async function openDataPage({ db }: Platform): Promise<Html> {
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const choices = {
    section: sections.map(({ code, name }) => [code, name] as const),
    kind: Object.entries(documentKindLabels),
  }
  return sitePage(agency, {
    title: `开放数据 - ${agency.siteName}`,
    channel: '/open-data',
    trail: [{ href: '/', text: '首页' }],
    main: html`<article class="card prose"><h1>开放数据</h1>
<p>本网站公开的栏目和信息，可以通过接口批量读取，供研究、转载和开发使用。不需要注册，不需要密钥。</p>
<h2>怎样使用</h2>
<ul><li>用 GET 方法读取，返回 JSON，编码 UTF-8。例如：<a href="/api/articles?limit=5"><code>/api/articles?limit=5</code></a></li>
<li>列表按发布时间从新到旧；下一页的地址在 <code>next</code> 里，为 <code>null</code> 时没有下一页。</li>
<li>返回带有 <code>ETag</code>。再次读取时带上 <code>If-None-Match</code>，没有变化就返回 304，不占流量。</li>
<li>允许其他网站的脚本直接读取（CORS）。</li>
<li>出错时返回 <code>application/problem+json</code>，<code>title</code> 写明原因。</li>
<li>完整的字段说明见 <a href="/api/openapi.json">接口描述文件（OpenAPI 3.1）</a>，可以导入常用的开发工具。</li></ul>
<h2>使用条件</h2>
<ul><li>可以免费使用、转载和再加工，请注明来源“${agency.siteName}”和原文网址，不得歪曲原意。</li>
<li>法律法规对具体内容另有规定的，从其规定；转载自其他单位的内容，以原单位的要求为准。</li>
<li>内容以网页为准。信息撤下后请同步删除：再次读取时该条返回 410。</li></ul>
<h2>限制</h2>
<ul><li>每次最多 ${mostItems} 条；每个网络地址每分钟最多 1200 次请求，超过时返回 429，请稍后再试。</li>
<li>只含主动公开的信息，不含个人信息和依申请公开的材料。</li></ul></article>
<section class="card"><h2>试一试</h2>
${tryForm('/api/articles', '信息列表', articlesQuery.omit({ after: true }), choices)}
${tryForm('/api/search', '搜索', searchQuery, choices)}
<h3>栏目</h3><p><a class="button" href="/api/sections">读取全部栏目</a></p>
<h3>一条信息</h3><p>把列表里的 <code>id</code> 接在 <code>/api/articles/</code> 后面。</p></section>`,
  })
}

const names: Record<string, string> = {
  q: '关键词',
  section: '栏目',
  kind: '文种',
  from: '从',
  to: '到',
  limit: '条数',
}

function tryForm(
  action: string,
  heading: string,
  query: z.ZodObject,
  choices: Record<string, (readonly [string, string])[]>,
): Html {
  const fields = Object.keys(query.shape).map((name) => {
    const options = choices[name]
    const control = options
      ? html`<select name="${name}"><option value="">不限</option>${join(options.map(([value, text]) => html`<option value="${value}">${text}</option>`))}</select>`
      : html`<input name="${name}" ${attributesOf(name)}>`
    return html`<label>${names[name] ?? name}${control}</label>`
  })
  return html`<h3>${heading}</h3><form class="filters" action="${action}" aria-label="${heading}">${join(fields)}<button>读取</button></form>`
}

function attributesOf(name: string): Html {
  if (name === 'limit') return html`type="number" min="1" max="${mostItems}" value="20"`
  if (name === 'from' || name === 'to') return html`type="date"`
  return html`type="search" maxlength="100" required`
}
