import type { PageTag } from '#site'

/** The four column tags. Source: rules.md 3.3. */
export function columnTags(section: {
  name: string
  description: string
  keywords: string
  columnType: string
}): PageTag[] {
  return [
    ['ColumnName', section.name],
    ['ColumnDescription', section.description],
    ['ColumnKeywords', section.keywords],
    ['ColumnType', section.columnType],
  ]
}

/** PubDate is written yyyy-MM-dd HH:mm in Asia/Shanghai. Source: rules.md 3.3. */
export function pubDate(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
