import type { ArticleContent } from '../contract.ts'

const href = /\bhref="([^"]*)"/g

/** Every address the item sends a reader to, once each. */
export function linksOf(content: Pick<ArticleContent, 'bodyHtml' | 'linkUrl'>): string[] {
  const links = [...content.bodyHtml.matchAll(href)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
  return [...new Set(content.linkUrl ? [...links, content.linkUrl] : links)]
}

/** The form under which an outside address is asked and remembered; undefined: nothing to ask. Unit: 2,000 characters. */
export function addressOf(link: string): string | undefined {
  if (!/^https?:/i.test(link) || !URL.canParse(link)) return undefined
  const url = new URL(link)
  url.hash = ''
  return url.href.length <= 2000 ? url.href : undefined
}
