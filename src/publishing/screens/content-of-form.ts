import type { ArticleContent } from '#publishing/contract'

/** Empty fields of the form are null for the server, where null means "not given". */
export function contentOfForm(values: Record<string, unknown>): Partial<ArticleContent> {
  const nullable = new Set([
    'linkUrl',
    'sourceUrl',
    'originallyPublishedOn',
    'interpretationForm',
    'documentNumber',
    'issuingBody',
    'documentDate',
    'effectiveness',
    'subjectCategory',
    'opennessReason',
    'openStage',
    'successorId',
  ])
  const given = Object.entries(values).map(([name, value]) => [
    name,
    value === undefined || value === '' ? (nullable.has(name) ? null : undefined) : value,
  ])
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}
