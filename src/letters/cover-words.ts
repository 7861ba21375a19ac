import type { Staff } from '#people'
import type { Platform } from '#platform'
import { type Known, maskKnown } from '#privacy'
import { maskAttachments } from './attachments.ts'
import { knownOfLetter } from './known.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { latestReply } from './replies.ts'
import { maskReplyFileNames } from './reply-files/mask-names.ts'
import { sealKnown } from './sealed.ts'
import { saveLetter } from './store.ts'

/**
 * Words that a reader of the public version takes for somebody's name get a mask in every text of this letter, also in those to come.
 * It only hides: whoever releases may press it and still release what is left, once read again. Law: PIPL art. 51. Throws: Refusal words_not_there.
 */
export function coverWords(platform: Platform, staff: Staff, id: number, words: string) {
  return moveLetter(platform, staff, id, 'cover', async (tx, letter) => {
    const piece: Known = { kind: 'name', text: words }
    const covered = (text: string) => maskKnown(text, [piece])
    const reply = await latestReply(tx, id)
    const texts = [letter.subjectPublic, letter.bodyPublic, letter.replyPublic, reply?.body_public ?? '']
    const inFiles = await maskAttachments(tx, id, [piece])
    const inReplyFiles = await maskReplyFileNames(tx, platform, id, [piece])
    const hidden = inFiles || inReplyFiles
    if (!hidden && texts.every((text) => covered(text) === text)) throw refuse('words_not_there')
    if (reply)
      await tx
        .updateTable('letter_replies')
        .set({ body_public: covered(reply.body_public) })
        .where('id', '=', reply.id)
        .execute()
    await saveLetter(tx, letter, {
      subject_public: covered(letter.subjectPublic),
      body_public: covered(letter.bodyPublic),
      reply_public: covered(letter.replyPublic),
      known_sealed: sealKnown(platform, [...(await knownOfLetter(tx, platform, id)), piece]),
    })
    return { kind: 'covered' }
  })
}
