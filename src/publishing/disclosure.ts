import type { ArticleContent } from './contract.ts'

/**
 * Whether a published item counts as government information disclosed on the agency's own initiative.
 * A repost is somebody else's information; a section can be set aside as not disclosure.
 * Law: Order 711 art. 2, 10 (the body that made the information discloses it).
 */
export function countsAsDisclosure(
  content: Pick<ArticleContent, 'origin' | 'openness'>,
  section: { countsAsDisclosure: boolean },
): boolean {
  return content.openness === 'proactive' && content.origin === 'own' && section.countsAsDisclosure
}
