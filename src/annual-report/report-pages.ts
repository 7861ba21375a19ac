import type { Platform } from '#platform'
import type { Db } from '#platform/db'
import { type Html, html, join } from '#platform/html'
import { type Agency, articleTags, readAgency, sitePage } from '#site'
import {
  breakdownOf,
  countedBy,
  countedUntil,
  figureOf,
  getIndicator,
  type Indicator,
  indicators,
  listYears,
  madeOf,
  type Period,
  partNameOf,
  publicAddressOf,
  rowsOf,
  sourceText,
  valueText,
  yearPeriod,
} from '#statistics'
import { asHtml } from './documents/as-html.ts'
import { composeReport } from './documents/compose.ts'
import { readPublicReportData } from './report-data.ts'
import { addressOf, filterOf, type RowsPlace } from './rows-place.ts'
import { getReport } from './store.ts'
import { yearFigures } from './year-figures.ts'

const home = { href: '/', text: '首页' }
const list = { href: '/reports', text: '政府信息公开工作年度报告' }

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
export async function reportPage({ db, clock }: Platform, year: number): Promise<Html> {
  const until = countedUntil(clock)
  const [agency, figures] = [await readAgency(db), await yearFigures(db, year)]
  const parts = [...new Set(indicators.map((indicator) => indicator.key.split('.')[0] ?? ''))]
  const tables = parts.map((part) => {
    const rows = indicators
      .filter((indicator) => indicator.key.startsWith(`${part}.`))
      .map(
        (i) =>
          html`<tr><th scope="row">${i.wording}</th><td><a href="/reports/${year}/${i.key}">${figures[i.key] ?? '—'}</a></td><td>${i.unit}</td></tr>`,
      )
    return html`<h2>${partNameOf(part)}</h2><table class="figures"><thead><tr><th scope="col">指标</th><th scope="col">数值</th><th scope="col">单位</th></tr></thead><tbody>${join(rows)}</tbody></table>`
  })
  const doors = html`<p class="actions"><a class="button" href="/reports/${year}/document">阅读全文</a><a class="button" href="/reports/${year}/document.docx" download>下载全文（Word）</a></p>`
  const said = html`<p>每一个数字都由公开记录逐条统计得出，点击数字可以查看所统计的记录。</p>`
  return page(
    agency,
    `${year}年政府信息公开工作年度报告（统计）`,
    [home, list],
    html`${said}${until}${doors}${join(tables)}`,
  )
}

/** The statutory report itself, on the form of its year. Before it is approved its figures are those of this moment. */
export async function reportDocumentPage({ db, clock }: Platform, year: number): Promise<Html> {
  const until = countedUntil(clock)
  const publishedAt = (await getReport(db, year)).approvedAt ?? clock.now()
  const document = composeReport(await readPublicReportData(db, year))
  const agency = await readAgency(db)
  const trail = [home, list, { href: `/reports/${year}`, text: `${year}年` }]
  const main = html`<article class="card prose">${asHtml(document, (key) => `/reports/${year}/${key}`)}${until}</article>`
  const article = { title: document.title, publishedAt, source: agency.hostName || agency.siteName }
  const tags = articleTags(article)
  return sitePage(agency, { title: `${document.title} - ${agency.siteName}`, tags, trail, main })
}

/** The rows behind one figure, or behind one group of it. Throws: Refusal not_found. */
export async function figureRowsPage(
  { db, clock }: Platform,
  { year, key }: { year: number; key: string },
  place: RowsPlace,
): Promise<Html> {
  const until = countedUntil(clock)
  const [indicator, period] = [getIndicator(key), yearPeriod(year)]
  const filter = filterOf(indicator, place)
  const [agency, rows] = [
    await readAgency(db),
    await rowsOf(db, indicator, period, { after: place.after, filter }),
  ]
  const groups = filter && (await breakdownOf(db, indicator, period, filter.dimension))
  const value = groups
    ? groups.find((group) => group.value === filter.value)?.count
    : await figureOf(db, indicator, period)
  const lines = rows.items.map((row) => {
    const address = publicAddressOf(indicator, row)
    return html`<li>${address ? html`<a href="${address}">${row.title}</a>` : row.title} <time>${row.day ?? ''}</time></li>`
  })
  const [first, csv] = [addressOf(year, key, place), addressOf(year, `${key}/rows.csv`, place)]
  const unit = filter ? countedBy(indicator).unit : indicator.unit
  const source = sourceText(indicator.source, period.to)
  const main = html`<p class="figure"><strong>${value ?? '—'}</strong> ${unit}${source ? html`　<span class="quiet">依据：${source}</span>` : ''}</p>
${await madeOfLine(db, indicator, period)}
${until}<p><a class="button" href="${csv}" download>下载全部记录（CSV）</a></p>
<ul class="items">${join(lines)}</ul>
<nav class="paging" aria-label="翻页">${place.after ? html`<a class="button" href="${first}">第一页</a>` : ''}${rows.next ? html`<a class="button" rel="next" href="${addressOf(year, key, place, rows.next)}">下一页</a>` : ''}</nav>`
  const trail = [home, list, { href: `/reports/${year}`, text: `${year}年` }]
  const group = filter ? `（${filter.dimension.label}：${valueText(filter.dimension, filter.value)}）` : ''
  return page(agency, `${indicator.wording}${group}`, trail, main)
}

function page(agency: Agency, title: string, trail: { href: string; text: string }[], main: Html): Html {
  const content = html`<section class="card"><h1>${title}</h1>${main}</section>`
  return sitePage(agency, {
    title: `${title} - ${agency.siteName}`,
    channel: '/reports',
    trail,
    main: content,
  })
}

/** The counts behind a percentage, each a way to its own rows. */
async function madeOfLine(db: Db, indicator: Indicator, period: Period): Promise<Html | ''> {
  const parts = madeOf(indicator, period)
  if (!parts.length) return ''
  const links: Html[] = []
  for (const { indicator: of, period: over } of parts) {
    const year = over.from.slice(0, 4)
    const value = await figureOf(db, of, over)
    const words = `${year}年${of.wording} ${value ?? '—'} ${of.unit}`
    links.push(html`<li>${value ? html`<a href="/reports/${year}/${of.key}">${words}</a>` : words}</li>`)
  }
  return html`<p>由以下记录数计算：</p><ul>${join(links)}</ul>`
}
