import type { Finding } from '../contract.ts'
import type { RevisionAttachment, RevisionContent } from '../revision.ts'

// A picture, a film or a sound has no text to read; a person sees or hears it when reviewing.
const withoutText = /^(?:image|video|audio)\//

/**
 * A document that gave no text (a scan, a locked file, a format of old), or only a part of it (scanned pages, a file
 * inside, too long), passed the other checks unread: someone has to open it.
 * Law: Order 711 art. 14, 15, 17 (review before disclosure).
 */
export function checkUnreadAttachments(content: RevisionContent): Finding[] {
  return content.attachments
    .filter(({ mediaType }) => !withoutText.test(mediaType))
    .flatMap((file) => {
      if (file.extractedText.trim() === '') return [unread(file)]
      return file.readWhole ? [] : [partlyRead(file)]
    })
}

const unread = ({ name }: RevisionAttachment): Finding => ({
  code: 'attachment_unread',
  level: 'warning',
  text: `附件《${name}》没有读出文字（可能是扫描件、加密文件或旧格式），系统未能检查其中的个人信息、密级标志和用词，请打开逐页核对。`,
  place: name,
})

const partlyRead = ({ name }: RevisionAttachment): Finding => ({
  code: 'attachment_partly_read',
  level: 'warning',
  text: `附件《${name}》只读出了一部分文字（可能含有扫描页或嵌入的文件，或者篇幅过长），其余部分系统未能检查个人信息、密级标志和用词，请打开逐页核对。`,
  place: name,
})
