import type { Finding } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'

const address = /\bhref="([^"]*)"/g
const trusted = /(?:^|\.)gov\.cn$/

/** Links that lead nowhere, or to a place a government site should not send people. Reachability is the inspection's work. */
export function checkLinks(content: RevisionContent): Finding[] {
  const links = [...content.bodyHtml.matchAll(address)].map(([, href = '']) => href)
  if (content.linkUrl) links.push(content.linkUrl)
  return [...new Set(links)].flatMap((link) => checkLink(link.replaceAll('&amp;', '&')))
}

function checkLink(link: string): Finding[] {
  if (link.startsWith('/') || link.startsWith('#') || /^(?:mailto|tel):/.test(link)) return []
  if (!URL.canParse(link))
    return [{ code: 'link_broken', level: 'error', text: '正文中有无效链接，请改正或删除。', place: link }]
  const { hostname, username } = new URL(link)
  if (username || isInternal(hostname))
    return [
      { code: 'link_dangerous', level: 'error', text: '正文中有指向内部地址或带账号的链接。', place: link },
    ]
  if (trusted.test(hostname)) return []
  return [
    {
      code: `link_outside:${hostname}`,
      level: 'warning',
      text: '链接指向政府网站以外的地址，请确认。',
      place: link,
    },
  ]
}

function isInternal(hostname: string): boolean {
  return /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[)/.test(hostname)
}
