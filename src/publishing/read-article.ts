import { listEntriesOf } from '#audit'
import { assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { type Abilities, abilitiesOf } from './abilities.ts'
import { checkRevision } from './check-revision.ts'
import { whyNoDisclosure } from './disclosure.ts'
import { getRevision } from './revision-store.ts'
import { findPlace, listHistory, listRevisions } from './staff-store.ts'
import { findArticle, listDecisions, listReviewSteps } from './store.ts'

/** All that the editor and the reviewer see of an item. Throws: Refusal not_allowed, not_found. */
export async function readArticle(platform: Platform, staff: Staff, id: number) {
  assertCan(staff, 'publishing.read')
  const { db } = platform
  const article = await findArticle(db, id)
  if (!article) throw refuse('not_found')
  const content = await getRevision(db, article.headRevisionId)
  const [steps, decisions, history, events, revisions, findings, published, place] = await Promise.all([
    listReviewSteps(db),
    listDecisions(db, id),
    listHistory(db, id),
    listEntriesOf(db, { kind: 'article', id }),
    listRevisions(db, id),
    checkRevision(db, content),
    article.publicRevisionId === null ? undefined : getRevision(db, article.publicRevisionId),
    findPlace(db, id, content.sectionId),
  ])
  const abilities: Abilities = abilitiesOf(staff, article, content, steps, decisions)
  return {
    article,
    content,
    published: published ?? null,
    steps,
    history,
    events,
    revisions,
    findings,
    abilities,
    indexNumber: place.index_number,
    noDisclosure: whyNoDisclosure(content, { countsAsDisclosure: place.counts_as_disclosure }) ?? null,
  }
}
export type ArticleView = Awaited<ReturnType<typeof readArticle>>
