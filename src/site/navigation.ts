import { type Html, html, join } from '#platform/html'
import { icon } from './icons.ts'

/** The three channels come first: the source text of 2018 asks for them in the navigation bar. */
const chief = [
  ['/disclosure', '政务公开'],
  ['/interaction', '互动交流'],
  ['/services', '网上服务'],
] as const
const minor = [
  ['/', '首页'],
  ['/requests', '依申请公开'],
  ['/guide', '公开指南'],
  ['/catalogue', '公开目录'],
  ['/reports', '年度报告'],
  ['/site-map', '网站地图'],
] as const
export type Channel = (typeof chief)[number][0]

/** The bar: everything on a wide screen, the three channels on a narrow one. */
export function navigationBar(current: string | undefined): Html {
  return html`<nav class="main-navigation" aria-label="主导航"><div class="wide"><ul>
${links(chief, 'chief', current)}${links(minor, 'minor', current)}
</ul></div></nav>`
}

/** The same on a narrow screen; opens without a script. */
export function navigationMenu(current: string | undefined): Html {
  return html`<details class="menu"><summary>${icon('menu')}菜单</summary><nav aria-label="菜单"><ul>${links([...chief, ...minor], '', current)}</ul></nav></details>`
}

function links(entries: readonly (readonly [string, string])[], kind: string, current: string | undefined) {
  return join(
    entries.map(
      ([href, text]) =>
        html`<li${kind ? html` class="${kind}"` : ''}><a href="${href}"${href === current ? html` aria-current="true"` : ''}>${text}</a></li>`,
    ),
  )
}
