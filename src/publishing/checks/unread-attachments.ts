import type { Finding } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'

// A picture, a film or a sound has no text to read; a person sees or hears it when reviewing.
const withoutText = /^(?:image|video|audio)\//

/**
 * A document that gave no text (a scan, a locked file, a format of old) passed no other check: someone has to open it.
 * Law: Order 711 art. 14, 15, 17 (review before disclosure).
 */
export function checkUnreadAttachments(content: RevisionContent): Finding[] {
  return content.attachments
    .filter((file) => !withoutText.test(file.mediaType) && file.extractedText.trim() === '')
    .map(({ name }) => ({
      code: 'attachment_unread',
      level: 'warning',
      text: `附件《${name}》没有读出文字（可能是扫描件、加密文件或旧格式），系统未能检查其中的个人信息、密级标志和用词，请打开逐页核对。`,
      place: name,
    }))
}
