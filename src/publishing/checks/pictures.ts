import type { Finding } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'

const picture = /<img\b[^>]*>/g
const alternative = /\balt="[^"]+"/

/** WCAG 2.1 success criterion 1.1.1: a picture has a text alternative. */
export function checkPictures(content: RevisionContent): Finding[] {
  const inText = [...content.bodyHtml.matchAll(picture)].some(([tag]) => !alternative.test(tag))
  const inFiles = content.attachments.some((file) => file.role === 'cover' && !file.alt)
  if (!inText && !inFiles) return []
  return [{ code: 'picture_without_text', level: 'error', text: '有图片没有替代文字，请为图片填写说明。' }]
}
