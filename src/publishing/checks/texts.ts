import { mask } from '#privacy'
import type { RevisionContent } from '../revision.ts'

export type PlacedText = { place: string; text: string }
const picture = /<(?:img|video)\b[^>]*?\balt="([^"]*)"/g

/** Every text a reader could see, with the place it stands in: names and descriptions of files included. */
export function textsOf(content: RevisionContent): PlacedText[] {
  return [
    { place: '标题', text: content.title },
    { place: '副标题', text: content.subtitle },
    { place: '摘要', text: content.summary },
    { place: '关键词', text: content.keywords },
    { place: '来源名称', text: content.sourceName },
    { place: '作者', text: content.authorName },
    { place: '文号', text: content.documentNumber ?? '' },
    { place: '发文机关', text: content.issuingBody ?? '' },
    { place: '正文', text: content.bodyText },
    ...[...content.bodyHtml.matchAll(picture)].map(([, text = '']) => ({ place: '图片说明', text })),
    ...content.attachments.flatMap((file) => [
      { place: '附件名称', text: file.name },
      { place: '图片说明', text: file.alt },
      { place: `附件《${mask(file.name)}》`, text: file.extractedText },
    ]),
  ].filter(({ text }) => text !== '')
}
