import type { ArticleContent } from './contract.ts'

type Judged = Pick<ArticleContent, 'origin' | 'openness'>
/** Why an item does not count: it is not proactive, it is somebody else's information, or its section is set aside. */
export type NoDisclosure = 'openness' | 'origin' | 'section'

/**
 * Whether a published item counts as government information disclosed on the agency's own initiative, and if not, why.
 * Law: Order 711 art. 2, 10 (the body that made the information discloses it).
 */
export function whyNoDisclosure(
  content: Judged,
  section: { countsAsDisclosure: boolean },
): NoDisclosure | undefined {
  if (content.openness !== 'proactive') return 'openness'
  if (content.origin !== 'own') return 'origin'
  return section.countsAsDisclosure ? undefined : 'section'
}

export const countsAsDisclosure = (content: Judged, section: { countsAsDisclosure: boolean }): boolean =>
  whyNoDisclosure(content, section) === undefined
