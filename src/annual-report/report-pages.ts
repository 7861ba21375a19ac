import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { type Agency, readAgency, sitePage } from '#site'
import { figureOf, getIndicator, indicators, rowsOf, yearPeriod } from '#statistics'
import { asHtml } from './documents/as-html.ts'
import { composeReport } from './documents/compose.ts'
import { readReportData } from './report-data.ts'
import { listYears } from './store.ts'
import { yearFigures } from './year-figures.ts'

const home = { href: '/', text: '首页' }
const list = { href: '/reports', text: '政府信息公开工作年度报告' }
const partNames: Record<string, string> = {
  publications: '发布情况',
  disclosure: '主动公开情况',
  policy: '政策文件和解读',
  response: '回应关切',
  foi: '依申请公开情况',
  letters: '互动交流情况',
  hotline: '咨询电话',
}

export async function reportListPage({ db }: Platform): Promise<Html> {
  const [agency, years] = [await readAgency(db), await listYears(db)]
  const lines = years.map(
    (year) => html`<li><a href="/reports/${year}">${year}年政府信息公开工作年度报告（统计）</a></li>`,
  )
  return page(
    agency,
    list.text,
    [home],
    years.length ? html`<ul class="items">${join(lines)}</ul>` : html`<p>暂时没有年度报告。</p>`,
  )
}

/** Every figure is a link to the rows that it counts. */
export async function reportPage({ db }: Platform, year: number): Promise<Html> {
  const [agency, figures] = [await readAgency(db), await yearFigures(db, year)]
  const parts = [...new Set(indicators.map((indicator) => indicator.key.split('.')[0] ?? ''))]
  const tables = parts.map((part) => {
    const rows = indicators
      .filter((indicator) => indicator.key.startsWith(`${part}.`))
      .map(
        (i) =>
          html`<tr><th scope="row">${i.wording}</th><td><a href="/reports/${year}/${i.key}">${figures[i.key] ?? '—'}</a></td><td>${i.unit}</td></tr>`,
      )
    return html`<h2>${partNames[part] ?? part}</h2><table class="figures"><thead><tr><th scope="col">指标</th><th scope="col">数值</th><th scope="col">单位</th></tr></thead><tbody>${join(rows)}</tbody></table>`
  })
  const doors = html`<p class="actions"><a class="button" href="/reports/${year}/document">阅读全文</a><a class="button" href="/reports/${year}/document.docx" download>下载全文（Word）</a></p>`
  const said = html`<p>每一个数字都由公开记录逐条统计得出，点击数字可以查看所统计的记录。</p>`
  return page(
    agency,
    `${year}年政府信息公开工作年度报告（统计）`,
    [home, list],
    html`${said}${doors}${join(tables)}`,
  )
}

/** The statutory report itself, on the form of its year. */
export async function reportDocumentPage({ db }: Platform, year: number): Promise<Html> {
  const document = composeReport(await readReportData(db, year))
  const agency = await readAgency(db)
  const trail = [home, list, { href: `/reports/${year}`, text: `${year}年` }]
  const main = html`<article class="card prose">${asHtml(document)}</article>`
  return sitePage(agency, { title: `${document.title} - ${agency.siteName}`, trail, main })
}

/** The rows behind one figure. Throws: Refusal not_found. */
export async function figureRowsPage(
  { db }: Platform,
  year: number,
  key: string,
  after: number,
): Promise<Html> {
  const indicator = getIndicator(key)
  const [agency, value, rows] = await Promise.all([
    readAgency(db),
    figureOf(db, indicator, yearPeriod(year)),
    rowsOf(db, indicator, yearPeriod(year), { after }),
  ])
  const counted = indicator.kind === 'count' ? indicator : indicator.of
  const isArticle = (counted.subject ?? 'article') === 'article'
  const lines = rows.items.map(
    (row) =>
      html`<li>${isArticle ? html`<a href="/articles/${row.id}">${row.title}</a>` : row.title} <time>${row.day ?? ''}</time></li>`,
  )
  const address = `/reports/${year}/${key}`
  const main = html`<p class="figure"><strong>${value ?? '—'}</strong> ${indicator.unit}　<span class="quiet">依据：${indicator.source.split(';')[0]}</span></p>
<p><a class="button" href="${address}/rows.csv" download>下载全部记录（CSV）</a></p>
<ul class="items">${join(lines)}</ul>
<nav class="paging" aria-label="翻页">${after ? html`<a class="button" href="${address}">第一页</a>` : ''}${rows.next ? html`<a class="button" rel="next" href="${address}?after=${rows.next}">下一页</a>` : ''}</nav>`
  const trail = [home, list, { href: `/reports/${year}`, text: `${year}年` }]
  return page(agency, indicator.wording, trail, main)
}

function page(agency: Agency, title: string, trail: { href: string; text: string }[], main: Html): Html {
  const content = html`<section class="card"><h1>${title}</h1>${main}</section>`
  return sitePage(agency, { title: `${title} - ${agency.siteName}`, trail, main: content })
}
