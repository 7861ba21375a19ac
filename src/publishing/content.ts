import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { cleanBody, textOfBody } from './body.ts'
import type { ArticleContent } from './contract.ts'
import { listStoredFiles } from './file-store.ts'
import { refuse } from './refusals.ts'
import type { RevisionContent } from './revision.ts'

/** What the author sent → what is stored: cleaned, with its text and its files. Throws: Refusal. */
export async function readyContent(
  platform: Platform,
  tx: Tx,
  input: ArticleContent,
): Promise<RevisionContent> {
  await assertSectionOpen(tx, input.sectionId)
  const isInterpretation = input.documentKind === 'interpretation'
  if (isInterpretation && !input.interpretationForm) throw refuse('interpretation_form_missing')
  const bodyHtml = cleanBody(input.bodyHtml)
  if (input.bodyHtml.trim() && !bodyHtml) throw refuse('unsafe_content')
  return {
    ...input,
    interpretationForm: isInterpretation ? input.interpretationForm : null,
    bodyHtml,
    bodyText: textOfBody(bodyHtml),
    attachments: await listStoredFiles(tx, input.attachments, platform.files.textOf),
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
