import { bodyFromText, cleanBody, textOfBody } from './body.ts'
import { findPersonalNumbers } from './checks/personal-data.ts'
import { findSecrecyMarks } from './checks/secrecy-marks.ts'
import { type CheckedTerm, checkTerms } from './checks/terms.ts'
import { textsOf } from './checks/texts.ts'
import type { Finding } from './contract.ts'
import type { ImportedArticle } from './import-row.ts'
import { linkList } from './links/imported-links.ts'

export type CheckedRow = { bodyHtml: string; bodyText: string; findings: string[] }

/**
 * What no page may show holds a row back, even when it was public elsewhere: marks, identity numbers, bank cards.
 * Everything else the machine sees in the text is counted, because the item is public already.
 * Law: Order 711 art. 14, 15, 17; State Secrets Law art. 18.
 */
export function checkImportedText(
  { content, body, links }: ImportedArticle,
  terms: readonly CheckedTerm[],
): CheckedRow & { errors: Finding[] } {
  const isHtml = /<(?:p|div|br|table|span)\b/i.test(body)
  const text = isHtml ? cleanBody(body) : bodyFromText(body)
  const bodyHtml = text + linkList(links.addresses, text)
  const bodyText = textOfBody(bodyHtml)
  const texts = textsOf({ ...content, bodyHtml, bodyText, attachments: [] })
  const found = [...findSecrecyMarks(texts), ...findPersonalNumbers(texts)]
  const errors = found.filter(({ level }) => level === 'error')
  const others = [...found.filter(({ level }) => level !== 'error'), ...checkTerms(texts, terms)]
  return { bodyHtml, bodyText, errors, findings: others.map(({ code }) => code) }
}
