import { listEntriesOf } from '#audit'
import { assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { type Abilities, abilitiesOf } from './abilities.ts'
import { checkRevision } from './check-revision.ts'
import { whyNoDisclosure } from './disclosure.ts'
import { readKeptDraft } from './kept-draft.ts'
import { wordedCodes } from './review.ts'
import { getRevision } from './revision-store.ts'
import { findPlace, listHistory, listRevisions } from './staff-store.ts'
import { findArticle, listAuthors, listDecisions, listReviewSteps, listShownAuthors } from './store.ts'

/** All that the editor and the reviewer see of an item. Throws: Refusal not_allowed, not_found. */
export async function readArticle(platform: Platform, staff: Staff, id: number) {
  assertCan(staff, 'publishing.read')
  const { db } = platform
  const article = await findArticle(db, id)
  if (!article) throw refuse('not_found')
  const content = await getRevision(db, article.headRevisionId)
  const [
    steps,
    decisions,
    history,
    events,
    revisions,
    findings,
    published,
    place,
    ofHead,
    ofShown,
    keptDraft,
  ] = await Promise.all([
    listReviewSteps(db),
    listDecisions(db, id),
    listHistory(db, id),
    listEntriesOf(db, { kind: 'article', id }),
    listRevisions(db, id),
    checkRevision(platform, db, content),
    article.publicRevisionId === null ? undefined : getRevision(db, article.publicRevisionId),
    findPlace(db, id, content.sectionId),
    listAuthors(db, article),
    listShownAuthors(db, id),
    readKeptDraft(platform, staff, id),
  ])
  const abilities: Abilities = abilitiesOf(staff, article, content, steps, decisions, { ofHead, ofShown })
  const worded = wordedCodes(decisions, content.contentHash)
  return {
    article,
    content,
    published: published ?? null,
    keptDraft,
    steps,
    history,
    events,
    revisions,
    findings,
    abilities,
    /** Warnings that came up since somebody answered them: publishing asks for a word. */
    unworded: findings.filter(({ level, code }) => level === 'warning' && !worded.has(code)),
    shownHash: place.shown_hash,
    indexNumber: place.index_number,
    noDisclosure: whyNoDisclosure(content, { countsAsDisclosure: place.counts_as_disclosure }) ?? null,
  }
}
export type ArticleView = Awaited<ReturnType<typeof readArticle>>
