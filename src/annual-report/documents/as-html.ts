import { type Html, html, join } from '#platform/html'
import { wideTable } from '#site'
import { type Cell, cellText, type ReportDocument, type Table } from './document.ts'

/** Where a reader opens the rows of a count; a file that leaves the site has no such place. */
type RowsOf = (key: string) => string

/** The report's body; the site puts its shell around it, `asHtmlFile` a bare one. */
export function asHtml({ title, notes, sections }: ReportDocument, rowsOf?: RowsOf): Html {
  const parts = sections.map(
    ({ heading, paragraphs, tables }) =>
      html`<h2>${heading}</h2>${join(paragraphs.map((text) => html`<p>${text}</p>`))}${join(tables.map((table) => tableOf(table, rowsOf)))}`,
  )
  return html`<h1>${title}</h1>${join(notes.map((note) => html`<p class="quiet">${note}</p>`))}${join(parts)}`
}

function tableOf({ caption, head, rows }: Table, rowsOf: RowsOf | undefined): Html {
  const shown = (cell: Cell) =>
    rowsOf && cell !== null && typeof cell === 'object'
      ? html`<a href="${rowsOf(cell.key)}">${cell.count}</a>`
      : cellText(cell)
  const heads = head.map((text) => html`<th scope="col">${text}</th>`)
  const lines = rows.map(
    ({ name, level = 0, cells }) =>
      html`<tr><th scope="row">${'　'.repeat(level)}${name}</th>${join(cells.map((cell) => html`<td>${shown(cell)}</td>`))}</tr>`,
  )
  return wideTable(
    caption,
    html`<table class="figures"><caption>${caption}</caption><thead><tr>${join(heads)}</tr></thead><tbody>${join(lines)}</tbody></table>`,
  )
}

export function asHtmlFile(document: ReportDocument): string {
  const style =
    'body{font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif;line-height:1.75;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left}'
  return String(
    html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${document.title}</title><style>${style}</style></head><body>${asHtml(document)}</body></html>`,
  )
}
