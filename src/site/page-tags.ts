/** One page tag: name as the standard spells it, case included. */
export type PageTag = readonly [name: string, content: string]

export type Column = { name: string; description: string; keywords: string; columnType: string }

/** The four column tags. Source: rules.md 3.3. */
export function columnTags({ name, description, keywords, columnType }: Column): PageTag[] {
  return [
    ['ColumnName', name],
    ['ColumnDescription', description || name],
    ['ColumnKeywords', keywords || name],
    ['ColumnType', columnType],
  ]
}

/** The three tags of a content page, and the two that only a page that has something to say carries. Source: rules.md 3.3. */
export function articleTags(article: {
  title: string
  publishedAt: Date
  source: string
  keywords?: string
  summary?: string
}): PageTag[] {
  const tags: PageTag[] = [
    ['ArticleTitle', article.title],
    ['PubDate', pubDate(article.publishedAt)],
    ['ContentSource', article.source],
  ]
  if (article.keywords) tags.push(['Keywords', article.keywords])
  if (article.summary) tags.push(['Description', article.summary])
  return tags
}

/** PubDate is written yyyy-MM-dd HH:mm in Asia/Shanghai. Source: rules.md 3.3. */
export function pubDate(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
