import { type Html, html, join } from '#platform/html'
import { type Agency, icon } from '#site'
import { type QrChannel, qrAddress, qrChannels } from './qr-code.ts'
import { drawingOf, sectionLink } from './section-link.ts'
import { titled } from './titled.ts'

type Shortcut = { code: string; name: string; shows: string | null; shortcut_position: number | null }

/** 信息公开目录: the shortcuts as buttons, the four doors of disclosure, and beside them the agency's QR codes. */
export function directory(agency: Agency, sections: readonly Shortcut[]): Html {
  const shortcuts = sections
    .filter((section) => section.shortcut_position !== null)
    .sort((a, b) => Number(a.shortcut_position) - Number(b.shortcut_position))
  const buttons = shortcuts.map(
    (s) => html`<li><a href="${sectionLink(s)}">${icon(drawingOf(s.name))}${s.name}</a></li>`,
  )
  return html`<div class="directory"><section class="card">${titled('信息公开目录', { href: '/catalogue', text: '全部目录' })}${buttons.length ? html`<ul class="shortcuts">${join(buttons)}</ul>` : ''}
<ul class="doors"><li><a class="button" href="/guide">${icon('guide')}公开指南</a></li><li><a class="button" href="/catalogue">${icon('catalogue')}公开目录</a></li><li><a class="button" href="/requests">${icon('apply')}依申请公开</a></li><li><a class="button" href="/reports">${icon('report')}年度报告</a></li></ul></section>
${qrCodes(agency)}</div>`
}

function qrCodes(agency: Agency): Html {
  const known = (Object.keys(qrChannels) as QrChannel[]).filter((channel) => qrAddress(agency, channel))
  if (!known.length) return html``
  const figures = known.map(
    (channel) =>
      html`<figure><a href="${qrAddress(agency, channel)}" rel="noopener"><img src="/qr/${channel}.svg" width="128" height="128" alt="${qrChannels[channel]}二维码"></a><figcaption>${qrChannels[channel]}</figcaption></figure>`,
  )
  return html`<section class="card">${titled('政务新媒体')}<div class="qr-codes">${join(figures)}</div><p class="quiet">用手机扫一扫，随时看政策、问问题。</p></section>`
}
