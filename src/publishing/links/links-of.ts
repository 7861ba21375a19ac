import type { ArticleContent } from '../contract.ts'

const href = /\bhref="([^"]*)"/g
type Linking = Pick<ArticleContent, 'bodyHtml' | 'linkUrl' | 'sourceUrl'>

/** Every address the item sends a reader to, once each: in its text, what it opens, and where a repost comes from. */
export function linksOf({ bodyHtml, linkUrl, sourceUrl }: Linking): string[] {
  const links = [...bodyHtml.matchAll(href)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
  return [...new Set([...links, ...[linkUrl, sourceUrl].filter((address) => address !== null)])]
}

/** The form under which an outside address is asked and remembered; undefined: nothing to ask. Unit: 2,000 characters. */
export function addressOf(link: string): string | undefined {
  if (!/^https?:/i.test(link) || !URL.canParse(link)) return undefined
  const url = new URL(link)
  url.hash = ''
  return url.href.length <= 2000 ? url.href : undefined
}

/** The path of a page of our own site, written with or without its address, in any of a reader's forms; undefined: elsewhere. */
export function ownPathOf(link: string, publicUrl: string): string | undefined {
  if (!URL.canParse(link, publicUrl) || !(link.startsWith('/') || /^https?:/i.test(link))) return undefined
  const url = new URL(link, publicUrl)
  if (url.origin !== new URL(publicUrl).origin) return undefined
  return url.pathname.replace(/^(?:\/zh-hant)?(?:\/elder)?(?=\/)/, '')
}
