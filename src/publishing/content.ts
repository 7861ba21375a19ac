import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { cleanBody, filesInBody, textOfBody } from './body.ts'
import { type ArticleContent, isPolicyKind } from './contract.ts'
import { listStoredFiles } from './file-store.ts'
import { refuse } from './refusals.ts'
import type { RevisionContent } from './revision.ts'

/** What the author sent → what is stored: cleaned, with its text and its files. Throws: Refusal. */
export async function readyContent(
  platform: Platform,
  tx: Tx,
  input: ArticleContent,
  articleId?: number,
): Promise<RevisionContent> {
  await assertSectionOpen(tx, input.sectionId)
  const isInterpretation = input.documentKind === 'interpretation'
  if (isInterpretation && !input.interpretationForm) throw refuse('interpretation_form_missing')
  if (input.successorId !== null) await assertSuccessor(tx, input.successorId, articleId)
  const bodyHtml = cleanBody(input.bodyHtml)
  if (input.bodyHtml.trim() && !bodyHtml) throw refuse('unsafe_content')
  return {
    ...input,
    interpretationForm: isInterpretation ? input.interpretationForm : null,
    bodyHtml,
    bodyText: textOfBody(bodyHtml),
    attachments: await listStoredFiles(
      tx,
      { ...input, shown: filesInBody(bodyHtml), now: platform.clock.now() },
      platform.files.textOf,
    ),
  }
}

async function assertSectionOpen(tx: Tx, sectionId: number) {
  const section = await tx
    .selectFrom('sections')
    .select('status')
    .where('id', '=', sectionId)
    .executeTakeFirst()
  if (!section) throw refuse('section_unknown')
  if (section.status !== 'active') throw refuse('section_closed')
}

/** What took a document's place is another policy document. Throws: Refusal successor_invalid. */
async function assertSuccessor(tx: Tx, successorId: number, articleId: number | undefined) {
  const successor = await tx
    .selectFrom('articles')
    .innerJoin('revisions', 'revisions.id', 'articles.head_revision_id')
    .select('revisions.document_kind')
    .where('articles.id', '=', successorId)
    .executeTakeFirst()
  const fits = successor && successorId !== articleId && isPolicyKind(successor.document_kind)
  if (!fits) throw refuse('successor_invalid')
}
