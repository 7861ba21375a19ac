import type { Staff } from '#people'
import type { Platform } from '#platform'
import { builtContent } from '../src/publishing/builders.ts'
import type { ArticleContent, DecisionInput } from '../src/publishing/contract.ts'
import { createArticle } from '../src/publishing/create-article.ts'
import { decideStep } from '../src/publishing/decide.ts'
import { publishArticle } from '../src/publishing/publish.ts'
import { getRevision } from '../src/publishing/revision-store.ts'
import { saveDraft } from '../src/publishing/save-draft.ts'
import { findArticle } from '../src/publishing/store.ts'
import { submitArticle } from '../src/publishing/submit.ts'
import { testStaff } from './staff.ts'

/** The four people of an editorial office, and the roads an item takes in their hands. */
export async function articleCrew(platform: Platform, sectionId: number) {
  const author = await testStaff(platform, 'author')
  const reviewer = await testStaff(platform, 'reviewer')
  const secrecy = await testStaff(platform, 'secrecy_reviewer')
  const publisher = await testStaff(platform, 'publisher')
  const headOf = async (id: number) =>
    getRevision(platform.db, (await findArticle(platform.db, id))?.headRevisionId ?? null)
  const write = async (changes: Partial<ArticleContent> = {}) =>
    (await createArticle(platform, author, builtContent(sectionId, changes))).id
  const decide = async (id: number, staff: Staff, given: Partial<DecisionInput> = {}) => {
    const { contentHash } = await headOf(id)
    const decision: DecisionInput = { decision: 'approved', comment: '', acceptedWarnings: [], ...given }
    return decideStep(platform, staff, id, { ...decision, contentHash })
  }
  /** From a draft to the last approval; each gives the same words to the warnings. */
  const approve = async (id: number, acceptedWarnings: DecisionInput['acceptedWarnings'] = []) => {
    await submitArticle(platform, author, id)
    for (const staff of [reviewer, secrecy, publisher]) await decide(id, staff, { acceptedWarnings })
  }
  const approved = async (changes: Partial<ArticleContent> = {}) => {
    const id = await write(changes)
    await approve(id)
    return id
  }
  const published = async (changes: Partial<ArticleContent> = {}) => {
    const id = await approved(changes)
    await publishArticle(platform, publisher, id)
    return id
  }
  const edit = async (id: number, changes: Partial<ArticleContent>, staff = author) => {
    const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
    return saveDraft(platform, staff, id, { ...builtContent(sectionId), ...changes, version })
  }
  const publicRow = (id: number) =>
    platform.db.selectFrom('published_articles').selectAll().where('article_id', '=', id).executeTakeFirst()
  const statusOf = async (id: number) => (await findArticle(platform.db, id))?.status
  return {
    author,
    reviewer,
    secrecy,
    publisher,
    headOf,
    write,
    decide,
    approve,
    approved,
    published,
    edit,
    publicRow,
    statusOf,
  }
}
