import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { type Page, readAgency, sitePage } from '#site'
import { findSectionOf } from './store.ts'

const names = { leaders: '领导信息', departments: '机构设置', functions: '机构职能' } as const
export type Shown = keyof typeof names

/** A page of this module, with the tags of the section that leads to it. Source: rules.md 3.3. */
export async function shownPage(
  { db }: Platform,
  shown: Shown,
  page: { title?: string; main: Html; data?: Page['data'] },
): Promise<Html> {
  const [agency, section] = await Promise.all([readAgency(db), findSectionOf(db, shown)])
  const name = section?.name ?? names[shown]
  const others = (Object.keys(names) as Shown[]).map(
    (one) =>
      html`<a class="button${one === shown ? ' primary' : ''}" href="/${one}"${one === shown ? html` aria-current="true"` : ''}>${names[one]}</a>`,
  )
  const list = section
    ? html`<p><a href="/sections/${section.code}">查看“${section.name}”栏目发布的信息</a></p>`
    : ''
  return sitePage(agency, {
    title: `${page.title ?? name} - ${agency.siteName}`,
    tags: [
      ['ColumnName', name],
      ['ColumnDescription', section?.description || `${agency.siteName}的${name}`],
      ['ColumnKeywords', section?.keywords || name],
      ['ColumnType', section?.column_type || '概况信息'],
    ],
    trail: [
      { href: '/', text: '首页' },
      { href: '/disclosure', text: '政务公开' },
      { href: `/${shown}`, text: name },
    ],
    data: page.data,
    main: html`<nav class="actions tabs" aria-label="机构概况">${join(others)}</nav>${page.main}${list}`,
  })
}

/** Lines of a text field as paragraphs. */
export const paragraphs = (text: string): Html =>
  join(
    text
      .split(/\n+/)
      .filter((line) => line.trim())
      .map((line) => html`<p>${line}</p>`),
  )
