import type { RevisionContent } from '../revision.ts'

/** Every text a reader could see, with the place it stands in. */
export function textsOf(content: RevisionContent): { place: string; text: string }[] {
  return [
    { place: '标题', text: content.title },
    { place: '副标题', text: content.subtitle },
    { place: '摘要', text: content.summary },
    { place: '正文', text: content.bodyText },
    ...content.attachments.map((a) => ({ place: `附件《${a.name}》`, text: a.extractedText })),
  ].filter(({ text }) => text !== '')
}
