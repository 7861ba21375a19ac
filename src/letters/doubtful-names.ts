import { findDoubtful } from '#privacy'
import type { Attachment } from './attachments.ts'
import type { Letter } from './letter.ts'

/** What in the public version may still be somebody's name, each once: the masks are not sure, whoever releases looks. */
export function doubtfulNames(
  letter: Pick<Letter, 'subjectPublic' | 'bodyPublic' | 'replyPublic'>,
  replyPublic: string,
  attachments: readonly Pick<Attachment, 'namePublic' | 'textPublic' | 'shown'>[],
): string[] {
  const files = attachments.filter(({ shown }) => shown)
  const texts = [
    [letter.subjectPublic, 'citizen'],
    [letter.bodyPublic, 'citizen'],
    [replyPublic || letter.replyPublic, 'office'],
    ...files.map(({ textPublic }) => [textPublic, 'citizen'] as const),
  ] as const
  const found = texts.flatMap(([text, where]) =>
    findDoubtful(text, where).map(({ start, end }) => text.slice(start, end)),
  )
  return [...new Set(found)]
}
