import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { placeOf } from './section-page.ts'
import { listCatalogue, listSections } from './store.ts'

const itemsPerPage = 30

/** 信息公开目录: index number, title, summary, day of creation. Law: Order 711 art. 12 ¶3. */
export async function cataloguePage(
  { db }: Platform,
  code: string,
  after: string | undefined,
): Promise<Html> {
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const section = sections.find((one) => one.code === code)
  const items = await listCatalogue(db, section?.id, placeOf(after), itemsPerPage + 1)
  const last = items[itemsPerPage - 1]
  const more =
    items.length > itemsPerPage && last ? `${last.published_at.toISOString()}_${last.article_id}` : ''
  const at = (values: Record<string, string>) =>
    `/catalogue?${new URLSearchParams({ ...(section ? { section: section.code } : {}), ...values })}`
  const options = sections.map(
    (s) => html`<option value="${s.code}"${s.id === section?.id ? html` selected` : ''}>${s.name}</option>`,
  )
  return sitePage(agency, {
    title: `信息公开目录 - ${agency.siteName}`,
    trail: [{ href: '/', text: '首页' }],
    main: html`<section class="card"><h1>信息公开目录</h1>
<form class="filters" action="/catalogue"><label>栏目<select name="section"><option value="">全部栏目</option>${join(options)}</select></label><button>查看</button></form>
${items.length ? table(items.slice(0, itemsPerPage)) : html`<p>这里还没有信息。请换一个栏目，或者查看<a href="/guide">信息公开指南</a>。</p>`}
<nav class="paging" aria-label="翻页">${after ? html`<a class="button" href="${at({})}">第一页</a>` : ''}${more ? html`<a class="button" rel="next" href="${at({ after: more })}">下一页</a>` : ''}</nav></section>`,
  })
}

function table(items: Awaited<ReturnType<typeof listCatalogue>>): Html {
  const rows = items.map(
    (item) => html`<tr><td data-name="索引号">${item.index_number}</td>
<td data-name="名称"><a href="/articles/${item.article_id}">${item.title}</a>${item.summary ? html`<p class="quiet">${item.summary}</p>` : ''}</td>
<td data-name="栏目">${item.section_name}</td><td data-name="生成日期">${item.document_date ?? item.published_on}</td></tr>`,
  )
  return html`<table class="catalogue"><caption class="skip">按发布时间从新到旧</caption><thead><tr><th scope="col">索引号</th><th scope="col">名称和内容概述</th><th scope="col">栏目</th><th scope="col">生成日期</th></tr></thead><tbody>${join(rows)}</tbody></table>`
}
