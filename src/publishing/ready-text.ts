import { cleanBody, textOfBody } from './body.ts'
import type { ArticleContent } from './contract.ts'
import type { RevisionContent } from './revision.ts'

/** Content without attachments, cleaned and with its text. */
export function readyText(input: ArticleContent): RevisionContent {
  const bodyHtml = cleanBody(input.bodyHtml)
  return { ...input, bodyHtml, bodyText: textOfBody(bodyHtml), attachments: [] }
}
