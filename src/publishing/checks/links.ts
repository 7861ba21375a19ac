import type { Finding } from '../contract.ts'
import { isTrusted, type LinkOutcome } from '../links/ask-address.ts'
import { addressOf, linksOf, ownPathOf } from '../links/links-of.ts'
import { isOwnHost } from '../links/own-network.ts'
import type { RevisionContent } from '../revision.ts'

const government = /(?:^|\.)gov\.cn$/

/** What is known of the links: answers of the network, and which pages of our own site are not public. */
export type LinkKnowledge = {
  answers: ReadonlyMap<string, { outcome: LinkOutcome; status: number | null }>
  missingPages: ReadonlySet<string>
  trustedHosts: readonly string[]
  /** Where our own site stands. */
  publicUrl: string
}

/** Links that lead nowhere, or to a place a government site should not send people. */
export function checkLinks(content: RevisionContent, known: LinkKnowledge): Finding[] {
  return linksOf(content).flatMap((link) => (/^(?:mailto|tel):|^#/.test(link) ? [] : checkLink(link, known)))
}

function checkLink(link: string, known: LinkKnowledge): Finding[] {
  const found = (code: string, level: Finding['level'], text: string) => [{ code, level, text, place: link }]
  if (ownPathOf(link, known.publicUrl) !== undefined)
    return known.missingPages.has(link)
      ? found('link_not_public', 'error', '正文中的链接指向本网站没有公开的页面、栏目或附件，请改正或删除。')
      : []
  const address = addressOf(link)
  if (!address) return found('link_broken', 'error', '正文中有无效链接，请改正或删除。')
  const url = new URL(address)
  const internal = isOwnHost(url.hostname) || known.answers.get(address)?.outcome === 'internal'
  if (url.username || (internal && !isTrusted(url, known.trustedHosts)))
    return found('link_dangerous', 'error', '正文中有指向内部地址或带账号的链接。')
  const outside = government.test(url.hostname)
    ? []
    : found(`link_outside:${url.hostname}`, 'warning', '链接指向政府网站以外的地址，请确认。')
  return [...outside, ...reachable(address, known).map((finding) => ({ ...finding, place: link }))]
}

/** Only a clear "not there" asks for a word; a network that gives no answer must not stop anybody. */
function reachable(address: string, { answers }: LinkKnowledge): Finding[] {
  const answer = answers.get(address)
  if (!answer) return [{ code: 'link_unasked', level: 'note', text: '链接尚未检测，请人工打开核对。' }]
  const { outcome, status } = answer
  if (outcome === 'dead')
    return [
      {
        code: `link_dead:${address}`.slice(0, 500),
        level: 'warning',
        text: `链接已失效（${status}），请改正，或者写明已人工核对。`,
      },
    ]
  if (outcome === 'refusing')
    return [
      {
        code: 'link_refusing',
        level: 'note',
        text: `对方网站没有正常回应${status ? `（${status}）` : ''}，请人工打开核对。`,
      },
    ]
  if (outcome === 'unknown')
    return [{ code: 'link_unknown', level: 'note', text: '从本机网络无法检测此链接，请人工打开核对。' }]
  return []
}
