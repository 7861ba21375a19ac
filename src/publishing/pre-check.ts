import { checkLinks, type LinkKnowledge } from './checks/links.ts'
import { checkPersonalData } from './checks/personal-data.ts'
import { checkPictures } from './checks/pictures.ts'
import { type CheckedSection, checkRequiredFields } from './checks/required-fields.ts'
import { checkSecrecyMarks } from './checks/secrecy-marks.ts'
import { type CheckedTerm, checkTerms } from './checks/terms.ts'
import { textsOf } from './checks/texts.ts'
import { checkUnreadAttachments } from './checks/unread-attachments.ts'
import type { Finding } from './contract.ts'
import type { RevisionContent } from './revision.ts'

export type PreCheckContext = {
  terms: readonly CheckedTerm[]
  section: CheckedSection
  links: LinkKnowledge
  /** 主题分类 that the agency keeps. */
  subjectCategories: ReadonlySet<string>
}

/** Everything the machine can see before a person reads. Errors block; warnings need a word from the reviewer. */
export function preCheck(content: RevisionContent, context: PreCheckContext): Finding[] {
  return [
    ...checkRequiredFields(content, context),
    ...checkSecrecyMarks(content),
    ...checkPersonalData(content),
    ...checkTerms(textsOf(content), context.terms),
    ...checkPictures(content),
    ...checkUnreadAttachments(content),
    ...checkLinks(content, context.links),
  ]
}

export const hasErrors = (findings: readonly Finding[]) =>
  findings.some((finding) => finding.level === 'error')
