import { type Html, html } from '#platform/html'
import type { Agency } from './agency.ts'
import { searchBox, sitePage } from './page.ts'

/** Nothing is at an address: search for its words, or go on from what the caller shows besides. */
export function notFoundPage(agency: Agency, address = '', more: Html | '' = ''): Html {
  return sitePage(agency, {
    title: `没有找到页面 - ${agency.siteName}`,
    main: html`<section class="card lost"><h1>没有找到您要的页面</h1>
<p>网址可能有误，或者内容已经移动。换几个词搜索试试：</p>
${searchBox(wordsOf(address), '搜索您要找的内容')}
<p>您还可以：</p><ul><li>回到<a href="/">首页</a></li><li>在<a href="/site-map">网站地图</a>里按栏目查找</li><li>没有公开的信息，可以<a href="/requests">申请公开</a></li></ul></section>${more}`,
  })
}

export function gonePage(
  agency: Agency,
  withdrawn: { title: string; on: string; reason: string },
  more: Html | '' = '',
): Html {
  return sitePage(agency, {
    title: `信息已撤下 - ${agency.siteName}`,
    main: html`<section class="card lost"><h1>这条信息已经撤下</h1>
<p class="notice">撤下日期：${withdrawn.on}。原因：${withdrawn.reason}</p>
<p>要找相近的信息，请搜索：</p>
${searchBox('', '搜索相近的信息')}
<p>也可以在<a href="/site-map">网站地图</a>里按栏目查找。</p></section>${more}`,
  })
}

/** Any other "no": what happened, what to do next, and the number to quote on the telephone. */
export function problemPage(
  agency: Agency,
  problem: { status: number; text: string; requestId: string },
): Html {
  const title = problem.status === 404 ? '没有找到' : '暂时不能办理'
  const telephone = agency.telephone ? html`<li>拨打${agency.telephone}咨询。</li>` : ''
  const main = html`<section class="card lost"><h1>${title}</h1><p>${problem.text}</p>
<p>您可以：</p><ul><li>返回<a href="/">首页</a>。</li><li>在<a href="/site-map">网站地图</a>中查找。</li>${telephone}</ul>
<p class="quiet">故障编号：${problem.requestId}</p></section>`
  return sitePage(agency, { title: `${title} - ${agency.siteName}`, main })
}

/** The words of an address, for the search box: no numbers, no marks, no names of our own folders. */
function wordsOf(address: string): string {
  const path = address.split('?')[0] ?? ''
  const words = decoded(path).match(/[\p{Script=Han}]+|[a-z]{3,}/giu) ?? []
  const own = /^(?:articles|sections|files|zh|hant|elder|html?|php|aspx?|jsp|index)$/i
  return words
    .filter((word) => !own.test(word))
    .join(' ')
    .slice(0, 50)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
