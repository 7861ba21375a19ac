import type { Agency } from '#site'
import type { PublishedItem } from './store.ts'

const legalForce: Record<string, string> = {
  in_force: 'InForce',
  amended: 'PartiallyInForce',
  repealed: 'NotInForce',
  expired: 'NotInForce',
}

/** An item for machines: a normative document as schema.org Legislation, everything else as NewsArticle. */
export function articleData(agency: Agency, item: PublishedItem, publicUrl: string) {
  const at = (path: string) => new URL(path, publicUrl).href
  const publisher = { '@type': 'GovernmentOrganization', name: agency.hostName || agency.siteName }
  const both = {
    '@id': at(`/articles/${item.article_id}`),
    url: at(`/articles/${item.article_id}`),
    inLanguage: 'zh-CN',
    datePublished: item.published_at.toISOString(),
    dateModified: item.updated_at.toISOString(),
    publisher,
    ...(item.summary ? { description: item.summary } : {}),
    ...(item.keywords ? { keywords: item.keywords } : {}),
    ...(item.cover_file_id ? { image: at(`/files/${item.cover_file_id}`) } : {}),
  }
  if (item.document_kind !== 'normative_document')
    return {
      '@type': 'NewsArticle',
      headline: item.title,
      articleSection: item.name,
      author: { '@type': 'Organization', name: item.source_name || publisher.name },
      ...both,
    }
  const force = legalForce[item.effectiveness ?? '']
  return {
    '@type': 'Legislation',
    name: item.title,
    ...both,
    ...(item.document_number ? { legislationIdentifier: item.document_number } : {}),
    ...(item.document_date ? { legislationDate: item.document_date } : {}),
    ...(item.issuing_body
      ? { legislationPassedBy: { '@type': 'GovernmentOrganization', name: item.issuing_body } }
      : {}),
    ...(force ? { legislationLegalForce: `https://schema.org/${force}` } : {}),
  }
}
